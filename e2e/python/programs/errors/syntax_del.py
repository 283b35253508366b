del f(), 5
