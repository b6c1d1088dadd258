import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { openStore } from "@cimpro/store";
import { embeddedApi } from "../client.ts";

/** Opens the books, whoever made them, says so, waits for the word, does one kind of work and says what came of it. */
const [url = "", work = "", today = "2024-01-08", ...words] = process.argv.slice(2);
const now = () => Date.parse(`${today}T12:00:00Z`);
const store = await openStore(url, { schema: "migrate", now: () => new Date(now()).toISOString() });
const actor = { name: "Clerk", role: "admin" } as const;
const api = embeddedApi(store, { actor, now });
const account = "acme";

const works: Record<string, () => Promise<unknown>> = {
  open: () => api.policy.list.query(),

  /** Logs so often; answers what was covered, what was not, and the alerts it got. */
  log: async () => {
    const [times = "0", minutes = "0"] = words;
    let [covered, open] = [0, 0];
    const alerts: number[] = [];
    for (let time = 0; time < Number(times); time += 1) {
      const answer = await api.time.log.mutate({ account, on: today, minutes: Number(minutes) });
      covered += answer.cover.allowance.reduce((sum, part) => sum + part.minutes, 0);
      open += answer.cover.open;
      alerts.push(...answer.alerts.map(({ percent }) => percent));
    }
    return { covered, open, alerts };
  },

  run: () => api.invoice.run.mutate({ through: words[0] ?? today }),

  /** Credits a few minutes again and again; answers the numbers of the memos. */
  credit: async () => {
    const [number = "", times = "0"] = words;
    const memos: string[] = [];
    for (let time = 0; time < Number(times); time += 1) {
      const reason = time % 2 === 0 ? ("rebill" as const) : ("waive" as const);
      const { creditMemo } = await api.credit.issue.mutate({ number, line: 1, minutes: 3, reason });
      memos.push(creditMemo.number);
    }
    return memos;
  },

  /** One command with a key that others use too. */
  pay: () =>
    embeddedApi(store, { actor, now }, { key: words[0] ?? randomUUID() }).payment.record.mutate({
      account,
      amount: 12_345,
    }),
};

process.stdout.write("ready\n");
await once(process.stdin, "data");
const answer = await works[work]?.();
await store.close();
process.stdout.write(`${JSON.stringify(answer)}\n`);
