/** The pages that a customer's people may open; with each, what is below it. Every other page is the team's. */
const pages = [
  "/requests",
  "/work",
  "/hours",
  "/invoices",
  "/plan",
  "/team",
  "/approve",
  "/policy",
  "/settings",
] as const;

/** Whether a page is for a customer's people: their own ones, and what lies below their own account (ROLE-5). */
export function isForCustomer(pathname: string, account: string): boolean {
  const path = pathname.replace(/\/+$/, "");
  return path === "" || [...pages, `/accounts/${account}`].some((page) => path === page || path.startsWith(`${page}/`));
}

/** Where a customer's people find what the team finds under a tab of their account. */
export const customerPageOf = (tab: string | undefined) => {
  switch (tab) {
    case "time":
    case "allowances":
    case "packages":
      return "/hours" as const;
    case "invoices":
    case "statement":
    case "credits":
      return "/invoices" as const;
    case "work":
      return "/work" as const;
    case "requests":
      return "/requests" as const;
    case "plan":
      return "/plan" as const;
    case "people":
      return "/team" as const;
    default:
      return "/" as const;
  }
};
