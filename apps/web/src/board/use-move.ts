import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { BoardCard } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { messageOf, refusalOf } from "../api/refusal.ts";
import { tell } from "../page/tell.ts";
import { keyOf } from "./columns.ts";

/** What the gates refused shows as their card; anything else is said in passing. */
const shownAsCard = new Set(["PHASE_INCOMPLETE", "PHASE_NOT_NEXT", "WORK_STOPPED"]);

/** Moves a card: one phase on at once, back after a reason is given, into the last phase after a word of warning. */
export function useMove(phases: readonly string[]) {
  const navigate = useNavigate();
  const ask = (what: "refused" | "back" | "last", card: BoardCard, to: string) =>
    navigate({
      to: ".",
      search: (search: Record<string, unknown>) => ({ ...search, ask: what, card: keyOf(card), to }),
      resetScroll: false,
    });
  const advance = useMutation(
    useApi().phase.advance.mutationOptions({
      onSuccess: ({ name, title }) => void tell(t`${name} is in ${title} now.`),
    }),
  );
  return (card: BoardCard, to: string) => {
    const [at, target] = [phases.indexOf(card.phase), phases.indexOf(to)];
    if (target === at || target < 0) return;
    if (target < at) return void ask("back", card, to);
    if (target === phases.length - 1 && target === at + 1 && card.blocker.missing === 0)
      return void ask("last", card, to);
    const { account, deliverable } = card;
    advance.mutate(
      { account, deliverable, to },
      {
        onError: (error) => {
          if (shownAsCard.has(refusalOf(error)?.code ?? "")) void ask("refused", card, to);
          else void tell(messageOf(error), "late");
        },
      },
    );
  };
}
