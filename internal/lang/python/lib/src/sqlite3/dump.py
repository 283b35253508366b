"""Connection.iterdump: a database as the SQL that makes it."""


def _identifier(name):
    return name.replace('"', '""')


def _rows(cursor, table):
    """The statements that fill a table."""
    name = _identifier(table)
    columns = [str(info[1]) for info in cursor.execute(f'PRAGMA table_info("{name}")').fetchall()]
    values = ",".join("'||quote(\"{}\")||'".format(_identifier(column)) for column in columns)
    quoted = name.replace("'", "''")
    query = f"SELECT 'INSERT INTO \"{quoted}\" VALUES({values})' FROM \"{name}\";"
    for row in cursor.execute(query):
        yield f"{row[0]};"


def _iterdump(connection):
    cursor = connection.cursor()
    yield "BEGIN TRANSACTION;"
    cursor.execute("""SELECT "name", "type", "sql" FROM "sqlite_master"
                      WHERE "sql" NOT NULL AND "type" == 'table' ORDER BY "name";""")
    sequences, virtual = [], False
    for table, _, sql in cursor.fetchall():
        if table == "sqlite_sequence":
            sequences = ['DELETE FROM "sqlite_sequence";', *_rows(cursor, table)]
            continue
        if table == "sqlite_stat1":
            yield 'ANALYZE "sqlite_master";'
        elif table.startswith("sqlite_"):
            continue
        else:
            yield f"{sql};"
        yield from _rows(cursor, table)
    cursor.execute("""SELECT "name", "type", "sql" FROM "sqlite_master"
                      WHERE "sql" NOT NULL AND "type" IN ('index', 'trigger', 'view');""")
    for _, _, sql in cursor.fetchall():
        yield f"{sql};"
    yield from sequences
    yield "COMMIT;"
