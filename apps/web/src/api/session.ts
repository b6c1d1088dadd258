import { useSuspenseQuery } from "@tanstack/react-query";
import type { ProcedureName, Session } from "./answers.ts";
import { useApi } from "./context.ts";

/** Who is signed in, to which practice, and what day it is there. The root route has loaded it before any page. */
export const useSession = (): Session => useSuspenseQuery(useApi().session.me.queryOptions()).data;

export const useToday = (): string => useSession().today;

/** The account of a customer's person, whose pages show nothing else; null for the team. */
export const useOwnAccount = (): string | null => useSession().account?.id ?? null;

/** Whether to offer what a procedure does: whether whoever looks may call it (ROLE-5). The server decides. */
export function useMay(procedure: ProcedureName): boolean {
  const { role, rights } = useSession();
  return rolesIn(rights, procedure).includes(role);
}

/** Who may call a procedure; nobody in particular where anybody may. */
export const useWhoMay = (procedure: ProcedureName): readonly string[] => rolesIn(useSession().rights, procedure);

/** The roles that may call a procedure, out of the server's own table. */
export const rolesIn = (rights: Session["rights"], procedure: ProcedureName): readonly string[] =>
  rights.find(({ procedures }) => procedures.includes(procedure))?.roles ?? [];
