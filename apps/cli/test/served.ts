import { once } from "node:events";
import { join } from "node:path";
import { type Desk, deskOn, folder, started } from "./cimpro.ts";

/** A practice served by `cimpro serve` until the test ends. */
export async function served(): Promise<{ readonly address: string; readonly file: string; readonly admin: Desk }> {
  const file = join(folder(), "served.db");
  const address = await ready(started(["serve", "--db", file, "--port", "0"]));
  const books = deskOn(["--db", file]);
  const { token } = await books.ask<{ token: string }>("token", "create", "--name", "Ada", "--role", "admin");
  return { address, file, admin: deskOn(["--api", address], { CIMPRO_TOKEN: token }) };
}

/** Waits for the line that says where it serves. */
export async function ready(child: ReturnType<typeof started>): Promise<string> {
  const line = (await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(([code]) => [`exit ${code}`]),
  ])) as readonly unknown[];
  const [, address] = /^cimpro ready (http:\/\/127\.0\.0\.1:\d+)\/sign-in\/\S+\n$/.exec(String(line[0])) ?? [];
  if (address === undefined) throw new Error(`not ready: ${line[0]} ${child.stderr.read() ?? ""}`);
  return address;
}
