import type { DuckDBConnection } from '@duckdb/node-api';

/** A value that a query takes or gives back. */
export type Cell = string | number | bigint | boolean | null;

/** A column of text and columns of numbers, all of one length; NaN stands for null. */
export interface Measured {
  readonly text: readonly string[];
  readonly numbers: readonly Float64Array[];
}

/** The few things that the record asks of its database; all SQL stays in this room. */
export interface Database {
  /** Runs a statement and gives its rows as objects; `?` stands for the parameters in order. */
  all<Row = Record<string, Cell>>(sql: string, parameters?: readonly Cell[]): Promise<Row[]>;
  /** Columns of a query as typed arrays where the type allows, in the order of the select list. */
  columns(sql: string, parameters?: readonly Cell[]): Promise<Cell[][]>;
  /** A query whose first column is text and all others numbers, for millions of rows: no cell becomes an object. */
  measured(sql: string, parameters?: readonly Cell[]): Promise<Measured>;
  run(sql: string, parameters?: readonly Cell[]): Promise<void>;
  /** Adds rows to a table, each with its cells in the order of the columns; far faster than an INSERT for each. */
  append(table: string, rows: readonly (readonly Cell[])[]): Promise<void>;
  /** All of `work` or nothing of it: committed to disk when the promise resolves. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

export async function openDatabase(path: string, options: { readOnly: boolean }): Promise<Database> {
  // The engine takes a second to load: commands that open no record do without.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(path, {
    access_mode: options.readOnly ? 'READ_ONLY' : 'READ_WRITE',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return database(connection, () => {
    connection.closeSync();
    instance.closeSync();
  });
}

function database(connection: DuckDBConnection, close: () => void): Database {
  const read = (sql: string, parameters: readonly Cell[] = []) => connection.runAndReadAll(sql, [...parameters]);
  return {
    async all<Row>(sql: string, parameters?: readonly Cell[]) {
      return (await read(sql, parameters)).getRowObjectsJS() as unknown as Row[];
    },
    async columns(sql, parameters) {
      return (await read(sql, parameters)).getColumnsJS() as unknown as Cell[][];
    },
    async measured(sql, parameters = []) {
      const result = await connection.stream(sql, [...parameters]);
      const text: string[] = [];
      const parts: Float64Array[][] = Array.from({ length: result.columnCount - 1 }, () => []);
      for (
        let chunk = await result.fetchChunk();
        chunk !== null && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      ) {
        const { rowCount } = chunk;
        const words = chunk.getColumnVector(0);
        for (let i = 0; i < rowCount; i++) text.push(String(words.getItem(i)));
        parts.forEach((part, c) => {
          const column = chunk?.getColumnVector(c + 1);
          part.push(Float64Array.from({ length: rowCount }, (_, i) => Number(column?.getItem(i) ?? Number.NaN)));
        });
      }
      return { text, numbers: parts.map((part) => joined(part, text.length)) };
    },
    async run(sql, parameters = []) {
      await connection.run(sql, [...parameters]);
    },
    async append(table, rows) {
      if (rows.length === 0) return;
      const appender = await connection.createAppender(table);
      try {
        for (const row of rows) {
          for (const cell of row) appender.appendValue(cell);
          appender.endRow();
        }
        appender.flushSync();
      } finally {
        appender.closeSync();
      }
    },
    async transaction(work) {
      await connection.run('BEGIN');
      try {
        const result = await work();
        await connection.run('COMMIT');
        return result;
      } catch (error) {
        await connection.run('ROLLBACK');
        throw error;
      }
    },
    close,
  };
}

function joined(parts: readonly Float64Array[], length: number): Float64Array {
  const all = new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
