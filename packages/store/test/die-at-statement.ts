import Sqlite from "better-sqlite3";
import { Client } from "pg";

/** From now on this process is killed, as by `kill -9`, when it is about to run the statement of that number on either engine. */
export function dieAtStatement(number: number): void {
  let run = 0;
  const count = () => {
    run += 1;
    if (run >= number) process.kill(process.pid, "SIGKILL");
  };
  const db = new Sqlite(":memory:");
  counted(Object.getPrototypeOf(db.prepare("select 1")), ["run", "get", "all"], count);
  db.close();
  counted(Client.prototype, ["query"], count);
}

type Method = (this: unknown, ...given: unknown[]) => unknown;

function counted(prototype: object, names: readonly string[], count: () => void): void {
  for (const name of names) {
    const own: unknown = Reflect.get(prototype, name);
    if (!isMethod(own)) throw new Error(`the driver has no ${name} any more`);
    const method: Method = function (...given) {
      count();
      return own.apply(this, given);
    };
    Reflect.set(prototype, name, method);
  }
}

const isMethod = (value: unknown): value is Method => typeof value === "function";
