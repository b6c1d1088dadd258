import { readJsonFile } from "../program/json-file.ts";
import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { type Block, facts } from "../terminal/block.ts";

/** `cimpro practice …` */
export const practiceCommand = (shell: Shell) =>
  noun("practice", "who keeps these books", [show(shell), start(shell), set(shell)]);

const show = (shell: Shell) =>
  verb("show", {
    summary: "who keeps these books, and the policy in force",
    examples: ["cimpro practice show"],
    rules: ["INV-3"],
  }).action(async () => {
    const client = await shell.client("read");
    await shell.answer(await client.practice.show.query(), practiceView);
  });

const start = (shell: Shell) =>
  verb("start", {
    summary: "begin books with a policy of your own",
    details:
      "Begins books with a policy of your own, and its currency, instead of the built-in one. It holds for all days before the next version too. Only books without an account can be started; later on a policy is adopted from a day on.",
    examples: [
      "cimpro practice start policy.json --db books.db --dry-run",
      'cimpro practice start policy.json --db books.db --name "North Practice" --time-zone Europe/Berlin',
    ],
    rules: ["RATE-2"],
  })
    .argument("<file>", "a policy as JSON")
    .option("--name <name>", "as invoices show it; else the policy's title")
    .option("--address <text>", "as invoices show it")
    .option("--email <address>", "as invoices show it")
    .option("--time-zone <zone>", "decides what day today is")
    .action(async (file, options) => {
      const policy = await readJsonFile("<file>", file);
      const client = await shell.client("write");
      await shell.answer(await client.practice.start.mutate({ ...options, policy }), practiceView);
    });

const set = (shell: Shell) =>
  verb("set", {
    summary: "change the name, address or time zone of the practice",
    details: "Changes what is stated and keeps the rest. Issued invoices keep what they said.",
    examples: ['cimpro practice set --name "North Practice" --time-zone America/New_York'],
    rules: ["INV-3"],
  })
    .option("--name <name>", "as invoices show it")
    .option("--address <text>", "as invoices show it")
    .option("--email <address>", "as invoices show it")
    .option("--time-zone <zone>", "decides what day today is")
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.practice.set.mutate(options), practiceView);
    });

const practiceView = (practice: {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly demo: boolean;
  readonly policy: { readonly title: string; readonly version: number; readonly from: string };
  readonly today: string;
}): readonly Block[] => [
  facts(
    ["Practice", practice.name],
    ["Address", practice.address],
    ["E-mail", practice.email],
    ["Time zone", practice.timeZone],
    ["Currency", practice.currency],
    ["Demo", practice.demo ? "yes" : null],
    ["Policy", `${practice.policy.title}, version ${practice.policy.version} from ${practice.policy.from}`],
    ["Today", practice.today],
  ),
];
