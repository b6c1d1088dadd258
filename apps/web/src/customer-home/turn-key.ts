import type { CustomerTurn } from "../api/answers.ts";

/** What tells one turn from all others. */
export function turnKey(turn: CustomerTurn): string {
  switch (turn.kind) {
    case "sow":
    case "change-order":
    case "wait":
      return `${turn.kind} ${turn.id}`;
    case "uat":
    case "word":
      return `${turn.kind} ${turn.deliverable} ${turn.condition}`;
    case "invoice":
      return `${turn.kind} ${turn.number}`;
    case "step":
      return `${turn.kind} ${turn.plan} ${turn.step}`;
  }
}
