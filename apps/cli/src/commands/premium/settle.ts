import { ChangeOrderEffect, settlePremium } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asDay, asHours } from "../../arguments/parse.ts";
import { repeated } from "../../arguments/repeated.ts";
import { answerOf } from "../../arguments/request.ts";
import { asSpan } from "../../arguments/span.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { asChangeOrder, changeOrderShape } from "./change-order.ts";
import { settlementView } from "./settlement-view.ts";

/** `cimpro premium settle`: whether a lead time was met, and what of its premium is due. */
export const settleCommand = (shell: Shell) =>
  verb("settle", {
    summary: "whether a lead time was met, and what of its premium is due",
    details:
      "Whether a lead time was met on its dates, after change orders replaced them and stopped days moved them, and what of its premium is due. A span is the day of the question or the block, two dots, and the day of the answer or its end. Change orders, spans and holidays may be stated several times.",
    examples: [
      "cimpro premium settle --lead-time expedited --hours 20 --started-on 2024-06-03 --expedited-by 2024-06-14 --delivered-on 2024-06-14",
      "cimpro premium settle --lead-time rush --hours 10 --started-on 2024-03-04 --rush-by 2024-03-08 --expedited-by 2024-03-15 --delivered-on 2024-03-15 --client-wait 2024-03-05..2024-03-12",
      "cimpro premium settle --lead-time expedited --hours 8h30 --started-on 2024-03-04 --expedited-by 2024-03-15 --delivered-on 2024-03-22 --change-order 2024-03-06:90:2024-03-22 --explain",
    ],
    rules: ["LEAD-2", "LEAD-3", "LEAD-4", "LEAD-5", "LEAD-6", "LEAD-7"],
  })
    .addOption(
      new Option("--lead-time <lead-time>", "what was promised")
        .choices(["expedited", "rush"] as const)
        .makeOptionMandatory(),
    )
    .requiredOption("--hours <hours>", "all time with the premium, change orders included: 12, 1h30 or 90m", asHours)
    .requiredOption("--started-on <date>", "the day the clock started: the SOW is approved and its deposit paid", asDay)
    .option(
      "--approved-on <date>",
      "the SOW's approval, where its deposit was paid later, on the day of the start",
      asDay,
    )
    .requiredOption("--expedited-by <date>", "the expedited date of the SOW", asDay)
    .option("--rush-by <date>", "the rush date of the SOW; for a rush lead time only", asDay)
    .requiredOption("--delivered-on <date>", "the day it was handed over", asDay)
    .option(
      "--change-order <change>",
      `a change order, by the day of its approval: ${changeOrderShape}`,
      repeated(asChangeOrder),
    )
    .addOption(
      new Option(
        "--change-order-effect <effect>",
        "what one without new dates does to the guarantee (the policy's, unless stated)",
      ).choices(ChangeOrderEffect.options),
    )
    .option("--client-wait <from..to>", "a wait on the client", repeated(asSpan))
    .option("--product-wait <from..to>", "a wait on a product fix or a building block", repeated(asSpan))
    .option(
      "--stopped <from..to>",
      "work stopped for non-payment; from is the day before the first stopped one",
      repeated(asSpan),
    )
    .option("--holiday <date>", "no business day, beside the holidays of the policy", repeated(asDay))
    .action(async ({ hours, changeOrder, clientWait, productWait, stopped, holiday, ...options }) => {
      const policy = await shell.policy();
      const request = {
        ...options,
        minutes: hours,
        changeOrders: changeOrder,
        clientWaits: clientWait,
        productWaits: productWait,
        stoppages: stopped,
        holidays: holiday,
      };
      const settlement = answerOf(settlePremium(request, policy), request, optionOf);
      await shell.answer(settlement, (settled) => settlementView(settled, request));
    });

const optionOf = {
  leadTime: "--lead-time",
  minutes: "--hours",
  startedOn: "--started-on",
  approvedOn: "--approved-on",
  expeditedBy: "--expedited-by",
  rushBy: "--rush-by",
  deliveredOn: "--delivered-on",
  changeOrders: "--change-order",
  changeOrderEffect: "--change-order-effect",
  clientWaits: "--client-wait",
  productWaits: "--product-wait",
  stoppages: "--stopped",
  holidays: "--holiday",
};
