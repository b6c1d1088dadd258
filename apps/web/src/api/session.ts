import { useSuspenseQuery } from "@tanstack/react-query";
import type { Session } from "./answers.ts";
import { useApi } from "./context.ts";

/** Who is signed in, to which practice, and what day it is there. The root route has loaded it before any page. */
export const useSession = (): Session => useSuspenseQuery(useApi().session.me.queryOptions()).data;

export const useToday = (): string => useSession().today;

/** The account of a customer's person, whose pages show nothing else; null for the team. */
export const useOwnAccount = (): string | null => useSession().account?.id ?? null;

type Right =
  | "commercial"
  | "financial"
  | "managing"
  | "approving"
  | "delivering"
  | "testing"
  | "administrative"
  | "team";

const rolesFor: Readonly<Record<Right, readonly string[]>> = {
  commercial: ["admin", "coordinator"],
  financial: ["admin", "coordinator", "finance"],
  delivering: ["admin", "coordinator", "consultant", "developer"],
  /** Whoever runs an implementation: steps, checklists, people. */
  managing: ["admin", "coordinator", "consultant", "developer", "program-manager", "project-manager"],
  approving: ["admin", "coordinator", "program-manager"],
  /** Who finds and states things; finance has no part in gates. */
  testing: ["admin", "coordinator", "consultant", "developer", "program-manager", "project-manager", "member"],
  /** Users, tokens, messages. */
  administrative: ["admin"],
  team: ["admin", "coordinator", "consultant", "developer", "finance"],
};

/** Whether to offer what is for some roles only (ROLE-5); the server decides. */
export const useMay = (what: keyof typeof rolesFor): boolean => rolesFor[what].includes(useSession().role);
