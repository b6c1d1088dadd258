import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { useState } from "react";
import { createApiClient } from "../api/client.ts";
import { ApiProvider } from "../api/context.ts";
import { createQueries } from "../api/queries.ts";
import { useFaultyField } from "../forms/use-faulty-field.ts";
import { NoticeBoard } from "../page/notice-board.tsx";
import { appTheme } from "../theme/theme.ts";
import { variables } from "../theme/variables.ts";
import { hearPaletteKey } from "./palette-key.ts";
import { createAppRouter } from "./router.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

const client = createApiClient();
const queries = createQueries();
const router = createAppRouter({ queries, api: createTRPCOptionsProxy({ client, queryClient: queries }) });

hearPaletteKey(() => !router.state.matches.some(({ routeId }) => routeId === "/_public"));

export function App() {
  const [theme] = useState(appTheme);
  useKeptFocus();
  useFaultyField();
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <ApiProvider trpcClient={client} queryClient={queries}>
            <NoticeBoard />
            <RouterProvider router={router} />
          </ApiProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  );
}
