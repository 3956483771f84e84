/** A module with better-sqlite3's interface over libSQL's: its statements cannot keep their parameters. */
export function sqliteDriver(libsql: string): string {
  return `const Database = require(${JSON.stringify(libsql)});
module.exports = class extends Database {
  prepare(sql) {
    const statement = super.prepare(sql);
    let bound = [];
    statement.bind = (...values) => {
      bound = values;
      return statement;
    };
    for (const name of ["run", "get", "all", "iterate"]) {
      const original = statement[name];
      statement[name] = (...values) => original.apply(statement, values.length > 0 ? values : bound);
    }
    return statement;
  }
};
`;
}
