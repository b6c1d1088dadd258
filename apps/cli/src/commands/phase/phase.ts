import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { advanceCommand } from "./advance.ts";
import { backCommand } from "./back.ts";
import { boardCommand } from "./board.ts";
import { dossierCommand } from "./dossier.ts";
import { planStabilizationCommand } from "./plan-stabilization.ts";
import { recordCommand } from "./record.ts";
import { showCommand } from "./show.ts";

/** `cimpro phase …` */
export const phaseCommand = (shell: Shell) =>
  noun("phase", "where deliverables are in the customization process", [
    showCommand(shell),
    recordCommand(shell),
    advanceCommand(shell),
    backCommand(shell),
    planStabilizationCommand(shell),
    dossierCommand(shell),
    boardCommand(shell),
  ]);
