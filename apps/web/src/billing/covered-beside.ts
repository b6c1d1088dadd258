import type { RunAnswer } from "../api/answers.ts";
import { sum } from "../figures/sum.ts";

/** Minutes that deposits and allowances cover in periods that need no invoice. */
export const coveredBeside = ({ withoutInvoice }: Pick<RunAnswer, "withoutInvoice">): number =>
  sum(withoutInvoice.map(({ covered }) => covered.deposit + covered.allowance));
