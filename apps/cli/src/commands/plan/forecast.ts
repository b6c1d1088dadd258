import { PlanRequest, planImplementation } from "@cimpro/domain";
import { asDay } from "../../arguments/parse.ts";
import { answerOf, requestOf } from "../../arguments/request.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { planView } from "./plan-view.ts";
import { asDone, changesOf, connectOption, projectOption } from "./project-options.ts";

/** `cimpro plan`, or `cimpro plan forecast`: the steps of an implementation with target and forecast; keeps nothing. */
export const forecastCommand = (shell: Shell) =>
  verb("forecast", {
    summary: "the steps of an implementation, with target, forecast and slip (no database; the verb may be left out)",
    details:
      "The steps of an implementation from the day of the order, with target, forecast and whose days a slip is, up to Connected and the range in which Go Live may come. A forecast takes account of what is done and, with --today, of what is late.",
    examples: [
      "cimpro plan --ordered-on 2024-01-01",
      "cimpro plan forecast --ordered-on 2024-01-01 --connect starter --today 2024-01-15",
      "cimpro plan --ordered-on 2024-01-01 --project erp-switch --done S1.2=2024-01-12 --today 2024-01-30 --explain",
    ],
    rules: ["IMPL-1", "IMPL-2", "IMPL-3", "IMPL-4", "IMPL-5", "IMPL-6"],
  })
    .requiredOption("--ordered-on <date>", "the day of the order", asDay)
    .addOption(connectOption())
    .addOption(projectOption())
    .option("--new-software", "new software is bought")
    .option("--deployment", "something must be deployed")
    .option("--manager-changed", "the program or project manager changed")
    .option("--implementer-changed", "the lead implementer or an implementer changed")
    .option("--done <step=date>", "the day a step ended, such as S1.2=2024-01-12; once for each step", asDone)
    .action(async ({ newSoftware, deployment, managerChanged, implementerChanged, ...options }) => {
      const { implementation } = await shell.policy();
      const asked = {
        ...options,
        changed: changesOf({ newSoftware, deployment, managerChanged, implementerChanged }),
        today: shell.settings().today,
      };
      const request = requestOf(PlanRequest, asked, optionOf);
      const plan = answerOf(planImplementation(request, implementation), asked, optionOf);
      await shell.answer(plan, (answer) => planView(answer, implementation));
    });

const optionOf = {
  orderedOn: "--ordered-on",
  connect: "--connect",
  project: "--project",
  done: "--done",
  today: "--today",
};
