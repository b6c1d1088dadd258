import type { Draft } from "../api/answers.ts";
import { sum } from "../figures/sum.ts";

/** Minutes of the closed periods that deposits and allowances cover for accounts that get no invoice of work. */
export const coveredBeside = ({ minutes, invoices }: Pick<Draft, "minutes" | "invoices">): number =>
  minutes.deposit + minutes.allowance - sum(invoices.map(({ covered }) => covered.deposit + covered.allowance));
