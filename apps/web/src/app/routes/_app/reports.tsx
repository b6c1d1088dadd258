import { createFileRoute } from "@tanstack/react-router";
import { ReportSearch } from "../../../reports/report-search.ts";
import { ReportsPage } from "../../../reports/reports-page.tsx";

export const Route = createFileRoute("/_app/reports")({
  validateSearch: ReportSearch,
  component: ReportsPage,
});
