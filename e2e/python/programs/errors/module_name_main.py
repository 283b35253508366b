def main():
    print(__name__, __file__ is not None)
    raise SystemExit(main.__name__ == "main" and 11)


if __name__ == "__main__":
    main()
