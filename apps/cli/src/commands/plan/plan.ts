import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { checkCommand } from "./check.ts";
import { doneCommand } from "./done.ts";
import { forecastCommand } from "./forecast.ts";
import { listCommand } from "./list.ts";
import { saveCommand } from "./save.ts";
import { showCommand } from "./show.ts";

/** `cimpro plan …`; without a verb it is the calculator. */
export const planCommand = (shell: Shell) =>
  noun(
    "plan",
    "the steps of an implementation, with target, forecast and slip",
    [
      forecastCommand(shell),
      saveCommand(shell),
      doneCommand(shell),
      checkCommand(shell),
      showCommand(shell),
      listCommand(shell),
    ],
    "forecast",
  );
