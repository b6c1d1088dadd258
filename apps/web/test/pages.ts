/** Every page of the dashboard over the demo practice, by who looks at it; forms that an address opens among them. */
export const pages = {
  team: [
    ...[
      "/",
      "/?why=unbilled",
      "/queue",
      "/board",
      "/time",
      "/billing",
      "/accounts",
      "/accounts?ask=account",
      "/invoices",
    ],
    ...["overview", "time", "allowances", "packages", "work", "invoices", "statement", "credits", "people"].map(
      (tab) => `/accounts/harbor-electric?tab=${tab}`,
    ),
    ...["log", "payment", "allowance", "deliverable", "edit"].map((ask) => `/accounts/harbor-electric?ask=${ask}`),
    ...["overview", "gates", "time", "change-orders", "lead-time", "documents", "history"].map(
      (tab) => `/accounts/harbor-electric/deliverables/price-api?tab=${tab}`,
    ),
    ...["edit", "propose", "wait", "log"].map((ask) => `/accounts/harbor-electric/deliverables/price-api?ask=${ask}`),
    ...["/packages", "/packages?ask=subscribe", "/plans", "/plans?ask=plan", "/product-items?show=all"],
    ...["/product-items?ask=report", "/updates", "/updates?ask=update", "/policy", "/people"],
    ...["/messages", "/journal", "/reports", "/reports?tab=utilisation", "/reports?tab=work", "/reports?tab=rates"],
    ...["/invoices/INV-000265", "/plans/harbor-electric/erp-switch", "/approve/sow/quote-pdf/quote-pdf-sow-2"],
    ...["/settings", "/settings?ask=second-step", "/nowhere"],
  ],
  admin: ["/people", "/people?ask=invite", "/settings?ask=token"],
  customer: [
    ...["/", "/requests", "/requests?ask=request", "/work", "/hours", "/invoices", "/invoices?show=credits"],
    ...["/approve/sow/quote-pdf/quote-pdf-sow-2", "/approve/change-order/ship-notices/ship-notices-co-1"],
    ...["/accounts/harbor-electric/deliverables/rep-dashboard?tab=gates", "/invoices/INV-000265"],
    ...["/invoices?show=statement", "/plan", "/team", "/team?ask=person", "/policy", "/settings"],
  ],
  everyone: [
    ...["/sign-in", "/sign-in?link=expired", "/sign-in?ask=password-link", "/invitation", "/password", "/process"],
    ...["/quote", "/quote?hours=20&lead=rush", "/package-finder", "/package-finder?portal=workspaces", "/nowhere"],
  ],
} as const;
