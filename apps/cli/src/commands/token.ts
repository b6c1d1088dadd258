import { Option } from "@commander-js/extra-typings";
import { asDay } from "../arguments/parse.ts";
import { roles } from "../arguments/roles.ts";
import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { facts, left, line } from "../terminal/block.ts";

/** `cimpro token …` */
export const tokenCommand = (shell: Shell) =>
  noun("token", "keys for programs that use the API", [create(shell), list(shell), revoke(shell)]);

const create = (shell: Shell) =>
  verb("create", {
    summary: "make a token and show it this once",
    examples: [
      "cimpro token create --name nightly-import --role coordinator",
      "cimpro token create --name reports --role finance --read-only --expires-on 2025-12-31",
      "cimpro token create --name acme-portal --role member --account acme-tools",
    ],
    rules: ["ROLE-5"],
  })
    .requiredOption("--name <name>", "whom or what it is for: the journal names it")
    .addOption(new Option("--role <role>", "what it may do").choices(roles).makeOptionMandatory())
    .option("--account <id>", "for a customer's role: the one account it is for")
    .option("--read-only", "it may change nothing")
    .option("--expires-on <date>", "its last day", asDay)
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.token.create.mutate(options), ({ id, name, role, token }) => [
        facts(["Id", id], ["Name", name], ["Role", role], ["Token", token]),
        line("It is not shown again: keep it where CIMPRO_TOKEN can be set from.", "quiet"),
      ]);
    });

const list = (shell: Shell) =>
  verb("list", {
    summary: "the tokens there are, without their secrets",
    examples: ["cimpro token list"],
    rules: ["ROLE-5"],
  }).action(async () => {
    const client = await shell.client("read");
    await shell.answer(await client.token.list.query(), ({ items }) => [
      {
        kind: "table",
        columns: [
          left("Name"),
          left("Role"),
          left("Account"),
          left("Made"),
          left("Expires"),
          left("Revoked"),
          left("Id"),
        ],
        rows: items.map((each) => [
          each.name,
          each.readOnly ? `${each.role}, reads only` : each.role,
          each.account ?? "",
          each.createdAt,
          each.expiresAt ?? "",
          each.revokedAt ?? "",
          each.id,
        ]),
      },
    ]);
  });

const revoke = (shell: Shell) =>
  verb("revoke", {
    summary: "make a token useless",
    final: "A revoked token lets nobody in ever again.",
    examples: ["cimpro token revoke 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11"],
    rules: ["ROLE-5"],
  })
    .argument("<id>", "as listed")
    .action(async (id) => {
      const client = await shell.client("write");
      await shell.answer(await client.token.revoke.mutate({ id }), (revoked) => [
        line(`Token ${revoked.id} is revoked since ${revoked.revokedAt}.`),
      ]);
    });
