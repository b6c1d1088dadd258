import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { ProcedureName } from "../api/answers.ts";
import { useDropSearch } from "../page/use-drop-search.ts";
import { useWhoCan } from "../users/who-can.ts";
import { GuardedModal } from "./guarded-modal.tsx";

/** What the address says for the open form only. */
const saidForForms = new Set([
  ...["ask", "invoice", "line", "entry", "allowance"],
  ...["condition", "sow", "order", "wait", "card", "to"],
  ...["item", "review", "subscription", "package", "units", "customer"],
  ...["user", "message"],
  ...["request", "about", "hat", "person"],
]);

/** Closes the form that the address asks for. */
export const useDropAsk = (): (() => void) => useDropSearch(saidForForms);

/** A form over the page, open while the address asks for it; so a link can lead straight to it. */
export function AskDialog({
  open,
  title,
  wide,
  stays,
  does = "session.signOut",
  children,
}: {
  readonly open: boolean;
  readonly title: string;
  /** With more to read than a form has. */
  readonly wide?: true;
  /** A click beside it does not close it: what it shows is shown once. */
  readonly stays?: true;
  /** What is done with it: whoever may not is told who can, also when an address leads here. */
  readonly does?: ProcedureName;
  readonly children: ReactNode;
}) {
  const whoCan = useWhoCan(does);
  return (
    <GuardedModal
      opened={open}
      onClose={useDropAsk()}
      title={title}
      size={wide ? "xl" : "md"}
      closeOnClickOutside={stays !== true}
    >
      {whoCan === null ? <div data-does={does}>{children}</div> : <Text data-not-for-you={does}>{whoCan}</Text>}
    </GuardedModal>
  );
}
