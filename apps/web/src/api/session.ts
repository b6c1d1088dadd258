import { useSuspenseQuery } from "@tanstack/react-query";
import type { Session } from "./answers.ts";
import { useApi } from "./context.ts";

/** Who is signed in, to which practice, and what day it is there. The root route has loaded it before any page. */
export const useSession = (): Session => useSuspenseQuery(useApi().session.me.queryOptions()).data;

export const useToday = (): string => useSession().today;

const rolesFor: Readonly<Record<"commercial" | "financial", readonly string[]>> = {
  commercial: ["admin", "coordinator"],
  financial: ["admin", "coordinator", "finance"],
};

/** Whether to offer what is for some roles only (ROLE-5); the server decides. */
export const useMay = (what: keyof typeof rolesFor): boolean => rolesFor[what].includes(useSession().role);
