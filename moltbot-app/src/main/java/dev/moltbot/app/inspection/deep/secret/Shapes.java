package dev.moltbot.app.inspection.deep.secret;

import java.util.List;

/**
 * The shapes that are published. Those of gitleaks are in <a
 * href="https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml">its rules</a>, those
 * of TruffleHog in <a
 * href="https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors">its detectors</a>;
 * written anew here, for the services that Moltbot talks to first.
 */
final class Shapes {
  /** Nothing that a longer word could end in. */
  private static final String BEFORE = "(?:^|[^A-Za-z0-9+/=_-])";

  private static final String AFTER = "(?:[^A-Za-z0-9_-]|$)";

  /** What stands between a name and its value, in code, JSON, YAML and shells. */
  private static final String IS = "[a-z0-9_ .-]{0,24}[\"' ]{0,3}(?:=|:|=>)[\"' ]{0,4}";

  static final List<Shape> PUBLISHED =
      List.of(
          // gitleaks: anthropic-api-key, -admin-api-key, -oauth-token.
          Shape.of(
              "key of Anthropic",
              "(sk-ant-(?:api|admin|oat|ort|sid)[0-9]{2}-[A-Za-z0-9_-]{40,})",
              "sk-ant-"),
          // gitleaks: telegram-bot-api-token. In an address it follows "/bot".
          Shape.of(
              "token of a Telegram bot",
              "(?:^|[^0-9A-Za-z]|bot)([0-9]{6,16}(?::|%3[Aa])AA[A-Za-z0-9_-]{33})" + AFTER,
              ":aa",
              "%3aaa"),
          // TruffleHog: googleoauth2, and as Google's console and token endpoint write them.
          Shape.of("client secret of Google", "(GOCSPX-[A-Za-z0-9_-]{28})", "gocspx-"),
          Shape.of("refresh token of Google", "(?:^|[^A-Za-z0-9])(1//0[A-Za-z0-9_-]{40,})", "1//0"),
          Shape.of("access token of Google", "(ya29\\.[A-Za-z0-9_-]{30,})", "ya29."),
          // gitleaks: facebook-page-access-token.
          Shape.of("token of Meta", BEFORE + "(EAA[A-Z][A-Za-z0-9]{100,})", "eaa"),
          Shape.of(
              "token of Instagram", BEFORE + "(IG(?:AA|QV)[A-Za-z0-9_-]{80,})", "igaa", "igqv"),
          // gitleaks: linkedin-client-secret. The token's first letters:
          // https://learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow
          Shape.of(
              "client secret of LinkedIn",
              "(?i)linked[_-]?in[a-z0-9_ .-]{0,16}secret" + IS + "([a-z0-9]{16})" + AFTER,
              "linkedin",
              "linked_in",
              "linked-in"),
          Shape.of(
              "token of LinkedIn",
              "(?:(?i)linkedin|bearer|access_token)[^\\n]{0,60}?[^A-Za-z0-9](AQ[A-Za-z0-9_-]{150,})",
              "linkedin",
              "bearer",
              "access_token"),
          // https://developers.viber.com/docs/api/rest-bot-api/#authentication-token
          Shape.of(
              "token of Viber",
              "(?i)viber[^\\n]{0,60}?([0-9a-f]{16}-[0-9a-f]{16}-[0-9a-f]{16})" + AFTER,
              "viber"),
          // gitleaks: private-key, age-secret-key.
          Shape.of(
              "private key",
              "PRIVATE KEY(?: BLOCK)?-----[\\s\\\\rn\"',]{1,8}([0-9A-Za-z+/]{40})",
              "private key-----",
              "private key block-----"),
          Shape.of("key of age", "(AGE-SECRET-KEY-1[0-9A-Z]{58})", "age-secret-key-1"),
          // gitleaks: github-pat and its kin, aws-access-token, slack-bot-token, openai-api-key.
          Shape.of(
              "token of GitHub",
              "(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{82})",
              "ghp_",
              "gho_",
              "ghu_",
              "ghs_",
              "ghr_",
              "github_pat_"),
          Shape.of("key of AWS", BEFORE + "(AKIA[A-Z2-7]{16})" + AFTER, "akia"),
          Shape.of("token of Slack", "(xox[abopr]-[0-9]{10,13}-[A-Za-z0-9-]{20,})", "xox"),
          Shape.of(
              "key of OpenAI",
              "(sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,})",
              "sk-proj-",
              "sk-svcacct-",
              "sk-admin-"));

  private Shapes() {}
}
