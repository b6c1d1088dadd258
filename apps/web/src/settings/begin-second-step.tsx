import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { missing } from "../forms/checks.ts";
import { CopyField } from "../forms/copy-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { PasswordField } from "../sign-in/password-field.tsx";
import type { OwnUser } from "./own-user.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";

const QrCode = lazy(async () => ({ default: (await import("./qr-code.tsx")).QrCode }));

/** The password first, then the app is shown the square code and proves it, then the recovery codes, once. */
export function BeginSecondStep({ user }: { readonly user: OwnUser }) {
  const api = useApi();
  const begin = useMutation(api.totp.begin.mutationOptions({ gcTime: 0 }));
  const confirm = useMutation(api.totp.confirm.mutationOptions({ gcTime: 0 }));
  if (confirm.data !== undefined)
    return (
      <RecoveryCodes codes={confirm.data.recoveryCodes}>
        <Trans>The second step is on. These are your recovery codes.</Trans>
      </RecoveryCodes>
    );
  if (begin.data !== undefined)
    return (
      <ConfirmCode
        {...begin.data}
        busy={confirm.isPending}
        error={confirm.error}
        onCode={(code) => confirm.mutate({ code })}
      />
    );
  return (
    <BeginForm
      hasPassword={user.hasPassword}
      busy={begin.isPending}
      error={begin.error}
      onBegin={(password) => begin.mutate(password === "" ? {} : { password })}
    />
  );
}

function BeginForm({
  hasPassword,
  busy,
  error,
  onBegin,
}: {
  readonly hasPassword: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onBegin: (password: string) => void;
}) {
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (text) => (hasPassword ? missing(text) : null) },
  });
  return (
    <form onSubmit={form.onSubmit(({ password }) => onBegin(password))}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            You need an authenticator app on your phone, or a password manager that shows codes. From then on signing in
            asks for its code.
          </Trans>
        </Text>
        {hasPassword ? (
          <PasswordField label={t`Your password`} kind="current" data-autofocus {...form.getInputProps("password")} />
        ) : null}
        <FormFoot submit={t`Go on`} busy={busy} error={error} />
      </Stack>
    </form>
  );
}

function ConfirmCode({
  secret,
  address,
  busy,
  error,
  onCode,
}: {
  readonly secret: string;
  readonly address: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onCode: (code: string) => void;
}) {
  const form = useForm({ initialValues: { code: "" }, validate: { code: missing } });
  return (
    <form onSubmit={form.onSubmit(({ code }) => onCode(code))}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>Scan this with the app, or type the secret into it.</Trans>
        </Text>
        <Suspense fallback={<Skeleton h={176} w={176} mx="auto" />}>
          <QrCode text={address} label={t`Square code for the authenticator app`} />
        </Suspense>
        <CopyField label={t`Secret`} text={secret} shown={secret.replace(/(.{4})(?=.)/g, "$1 ")} />
        <TextInput
          label={t`Code`}
          description={t`The six digits that the app shows now.`}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          {...form.getInputProps("code")}
          error={form.errors.code ?? faultsOf(error).code}
        />
        <FormFoot submit={t`Turn on`} busy={busy} error={error} />
      </Stack>
    </form>
  );
}
