import { Option } from "@commander-js/extra-typings";
import { limitOption } from "../arguments/limit.ts";
import { roles } from "../arguments/roles.ts";
import { everyPage } from "../client/every-page.ts";
import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { type Block, facts, left, line } from "../terminal/block.ts";

/** `cimpro user …` */
export const userCommand = (shell: Shell) =>
  noun("user", "who signs in", [
    ...[invite(shell), list(shell), edit(shell), disable(shell), enable(shell)],
    endSecondStep(shell),
  ]);

interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  readonly account: string | null;
  readonly state: string;
}

const view = ({ id, name, email, role, account, state }: User): readonly Block[] => [
  facts(["Id", id], ["Name", name], ["Email", email], ["Role", role], ["Account", account], ["State", state]),
];

const accountOption = () =>
  new Option("--account <id>", "the customer they belong to; nobody of the services team has one");

const invite = (shell: Shell) =>
  verb("invite", {
    summary: "send somebody a link to come in by",
    details:
      "Makes a user and queues a message with a link that works once, within seven days. Whoever opens it chooses a password. Somebody who did not come yet is sent another link. Without a mail server, the message shows the link to copy.",
    examples: [
      "cimpro user invite --name Ada --email ada@acme.example --role program-manager --account acme-tools",
      "cimpro user invite --name Bo --email bo@proservices.example --role consultant",
      "cimpro message list --kind invitation",
    ],
    rules: ["ROLE-5"],
  })
    .requiredOption("--name <name>", "who it is")
    .requiredOption("--email <address>", "where the link goes, and what they sign in with")
    .addOption(new Option("--role <role>", "what they may do").choices(roles).makeOptionMandatory())
    .addOption(accountOption())
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.user.invite.mutate(options), (user) => [
        ...view(user),
        line('The link is in "cimpro message list --kind invitation".', "quiet"),
      ]);
    });

const list = (shell: Shell) =>
  verb("list", {
    summary: "who signs in, and when they last did",
    examples: ["cimpro user list", "cimpro user list --account acme-tools"],
    rules: ["ROLE-5"],
  })
    .addOption(accountOption())
    .addOption(limitOption())
    .action(async ({ limit, ...filter }) => {
      const client = await shell.client("read");
      const rows = await everyPage(limit, (page) => client.user.list.query({ ...filter, ...page }));
      await shell.answer(rows, ({ items }) => [
        {
          kind: "table",
          columns: [
            ...[left("Name"), left("Email"), left("Role"), left("Account"), left("State")],
            ...[left("Second step"), left("Last sign-in"), left("Id")],
          ],
          rows: items.map((each) => [
            each.name,
            each.email ?? "",
            each.role,
            each.account ?? "",
            each.state,
            each.hasSecondStep ? "on" : "",
            each.lastSignInAt ?? "",
            each.id,
          ]),
        },
      ]);
    });

const edit = (shell: Shell) =>
  verb("edit", {
    summary: "change what somebody is called, may do, or signs in with",
    examples: ["cimpro user edit 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --role project-manager"],
    rules: ["ROLE-5"],
  })
    .argument("<id>", "as listed")
    .option("--name <name>", "another name")
    .option("--email <address>", "another address")
    .addOption(new Option("--role <role>", "another role").choices(roles))
    .addOption(accountOption())
    .action(async (user, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.user.edit.mutate({ user, ...options }), view);
    });

const disable = (shell: Shell) =>
  verb("disable", {
    summary: "keep somebody out from now on",
    details: "Ends their sessions and links. What they did stays as it is.",
    examples: ["cimpro user disable 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11"],
    rules: ["ROLE-5"],
  })
    .argument("<id>", "as listed")
    .addOption(accountOption())
    .action(async (user, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.user.disable.mutate({ user, ...options }), view);
    });

const enable = (shell: Shell) =>
  verb("enable", {
    summary: "let somebody in again who was disabled",
    examples: ["cimpro user enable 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11"],
    rules: ["ROLE-5"],
  })
    .argument("<id>", "as listed")
    .addOption(accountOption())
    .action(async (user, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.user.enable.mutate({ user, ...options }), view);
    });

const endSecondStep = (shell: Shell) =>
  verb("end-second-step", {
    summary: "turn off the second step of somebody who lost their phone",
    details:
      "Ends their sessions and recovery codes too: from then on their password alone signs them in, until they turn a second step on again. Make sure that it is they who ask.",
    examples: ["cimpro user end-second-step 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11"],
    rules: ["ROLE-5"],
  })
    .argument("<id>", "as listed")
    .addOption(accountOption())
    .action(async (user, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.user.endSecondStep.mutate({ user, ...options }), view);
    });
