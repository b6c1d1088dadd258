import { PackageContext, PackageRequest, PortalAccess, recommendPackage } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asHoursOrNone } from "../../arguments/parse.ts";
import { repeated } from "../../arguments/repeated.ts";
import { answerOf, requestOf } from "../../arguments/request.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { recommendationView } from "./recommendation-view.ts";

/** `cimpro package recommend`: the package that fits, and why not the others. */
export const recommendCommand = (shell: Shell) =>
  verb("recommend", {
    summary: "the labor package that meets every wish, and why not the others",
    details:
      "The labor package that meets every wish at the lowest skill level, then with the fewest units; every other offer says why it fails or what makes it worse. That nothing fits is an answer too.",
    examples: [
      "cimpro package recommend --hours-per-month 15",
      "cimpro package recommend --role expert-help-settings-product-content --role project-success-account-manager",
      "cimpro package recommend --portal dev-tools --context program --explain",
    ],
    rules: ["PKG-1", "PKG-2", "PKG-3", "PKG-4", "PKG-5", "PKG-6"],
  })
    .option("--role <id>", "a role that the package must fill; may be stated several times", repeated(String))
    .addOption(
      new Option("--portal <access>", "how far into the Worker Portal the work goes (none, unless stated)").choices(
        PortalAccess.options,
      ),
    )
    .option("--hours-per-month <hours>", "how much work: 12, 1.5, 1h30 or 90m (0, unless stated)", asHoursOrNone)
    .addOption(
      new Option("--context <context>", "a self-service project or an active program (project, unless stated)").choices(
        PackageContext.options,
      ),
    )
    .action(async ({ role, portal, hoursPerMonth, context }) => {
      const { packages } = await shell.policy();
      const asked = { roles: role, portal, minutesPerMonth: hoursPerMonth, context };
      const request = requestOf(PackageRequest, asked, optionOf);
      const recommendation = answerOf(recommendPackage(request, packages), asked, optionOf);
      await shell.answer(recommendation, (answer) => recommendationView(answer, packages));
    });

const optionOf = {
  roles: "--role",
  portal: "--portal",
  minutesPerMonth: "--hours-per-month",
  context: "--context",
};
