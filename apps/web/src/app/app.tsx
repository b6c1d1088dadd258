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
import { NoticeBoard } from "../page/notice-board.tsx";
import { appTheme } from "../theme/theme.ts";
import { variables } from "../theme/variables.ts";
import { createAppRouter } from "./router.ts";

const client = createApiClient();
const queries = createQueries();
const router = createAppRouter({ queries, api: createTRPCOptionsProxy({ client, queryClient: queries }) });

export function App() {
  const [theme] = useState(appTheme);
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
