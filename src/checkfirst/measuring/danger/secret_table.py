"""Forms of secrets by provider, as the providers document them: a prefix of its own, or a form that nothing else has."""

import re
from typing import Final, NamedTuple

from checkfirst import lazy_re


class SecretForm(NamedTuple):
    """A sort of secret."""

    provider: str
    sign: str
    """Text that each one has; a document without it is not searched."""
    pattern: re.Pattern[str]
    """The secret is its first group."""
    entropy: float = 3.0
    """Bits a character that the secret has at least; below, it is a placeholder. Not measured."""


def _form(provider: str, sign: str, body: str, entropy: float = 3.0) -> SecretForm:
    return SecretForm(provider, sign, lazy_re.compile(rf"(?<![A-Za-z0-9_-])({body})(?![A-Za-z0-9_-])"), entropy)


FORMS: Final = (
    _form("AWS access key", "AKIA", r"AKIA[A-Z2-7]{16}"),
    _form("AWS temporary key", "ASIA", r"ASIA[A-Z2-7]{16}"),
    _form("GitHub token", "ghp_", r"ghp_[A-Za-z0-9]{36}"),
    _form("GitHub token", "gho_", r"gho_[A-Za-z0-9]{36}"),
    _form("GitHub token", "ghu_", r"ghu_[A-Za-z0-9]{36}"),
    _form("GitHub token", "ghs_", r"ghs_[A-Za-z0-9]{36}"),
    _form("GitHub token", "ghr_", r"ghr_[A-Za-z0-9]{36,76}"),
    _form("GitHub token", "github_pat_", r"github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}"),
    _form("GitLab token", "glpat-", r"glpat-[A-Za-z0-9_-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?"),
    _form("GitLab token", "gldt-", r"gldt-[A-Za-z0-9_-]{20,64}"),
    _form("GitLab token", "glrt-", r"glrt-[A-Za-z0-9_-]{20,64}"),
    _form("Slack token", "xox", r"xox[abposr]-(?:\d{8,14}-){1,3}[A-Za-z0-9-]{20,80}"),
    _form("Slack app token", "xapp-", r"xapp-\d-[A-Z0-9]{8,14}-\d{10,14}-[a-f0-9]{64}"),
    _form("Slack webhook", "hooks.slack.com", r"https://hooks\.slack\.com/(?:services|workflows|triggers)/[A-Z0-9]{8,12}/[A-Z0-9]{8,14}/[A-Za-z0-9]{20,32}"),
    _form("Discord webhook", "/api/webhooks/", r"https://(?:\w{1,10}\.)?discord(?:app)?\.com/api/webhooks/\d{17,20}/[A-Za-z0-9_-]{60,80}"),
    _form("Stripe key", "_live_", r"[sr]k_live_[A-Za-z0-9]{24,120}"),
    _form("Stripe webhook secret", "whsec_", r"whsec_[A-Za-z0-9+/=]{32,64}"),
    _form("OpenAI key", "sk-", r"sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,80}T3BlbkFJ[A-Za-z0-9_-]{20,80}"),
    _form("Anthropic key", "sk-ant-", r"sk-ant-(?:api|admin|oat|ort)\d\d-[A-Za-z0-9_-]{80,110}"),
    _form("Google API key", "AIza", r"AIza[A-Za-z0-9_-]{35}"),
    _form("Google OAuth secret", "GOCSPX-", r"GOCSPX-[A-Za-z0-9_-]{28}"),
    _form("Google refresh token", "1//0", r"1//0[A-Za-z0-9_-]{60,110}"),
    _form("npm token", "npm_", r"npm_[A-Za-z0-9]{36}"),
    _form("PyPI token", "pypi-AgE", r"pypi-AgE[A-Za-z0-9_-]{60,250}"),
    _form("SendGrid key", "SG.", r"SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
    _form("Mailgun key", "key-", r"key-[a-f0-9]{32}"),
    _form("Mailchimp key", "-us", r"[a-f0-9]{32}-us\d{1,2}"),
    _form("Twilio key", "SK", r"SK[a-f0-9]{32}"),
    _form("DigitalOcean token", "_v1_", r"do[opr]_v1_[a-f0-9]{64}"),
    _form("Shopify token", "shp", r"shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}"),
    _form("Hugging Face token", "hf_", r"hf_[A-Za-z]{34}"),
    _form("Databricks token", "dapi", r"dapi[a-f0-9]{32}(?:-\d)?"),
    _form("Docker token", "dckr_", r"dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,40}"),
    _form("Linear key", "lin_api_", r"lin_api_[A-Za-z0-9]{40}"),
    _form("Notion token", "ntn_", r"ntn_\d{11}[A-Za-z0-9]{35}"),
    _form("Notion token", "secret_", r"secret_[A-Za-z0-9]{43}"),
    _form("Figma token", "figd_", r"figd_[A-Za-z0-9_-]{40,60}"),
    _form("Postman key", "PMAK-", r"PMAK-[a-f0-9]{24}-[a-f0-9]{34}"),
    _form("New Relic key", "NRAK-", r"NRAK-[A-Z0-9]{27}"),
    _form("Grafana token", "glsa_", r"glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}"),
    _form("Grafana token", "glc_", r"glc_[A-Za-z0-9+/=]{40,400}"),
    _form("Vault token", "hvs.", r"hvs\.[A-Za-z0-9_-]{90,120}"),
    _form("Terraform token", ".atlasv1.", r"[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}"),
    _form("Doppler token", "dp.pt.", r"dp\.pt\.[A-Za-z0-9]{43}"),
    _form("PlanetScale token", "pscale_", r"pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_=.-]{32,64}"),
    _form("Pulumi token", "pul-", r"pul-[a-f0-9]{40}"),
    _form("Sentry token", "sntrys_", r"sntrys_[A-Za-z0-9+/=_]{60,250}"),
    _form("Replicate token", "r8_", r"r8_[A-Za-z0-9]{37,40}"),
    _form("Groq key", "gsk_", r"gsk_[A-Za-z0-9]{52}"),
    _form("Perplexity key", "pplx-", r"pplx-[A-Za-z0-9]{48}"),
    _form("xAI key", "xai-", r"xai-[A-Za-z0-9]{80}"),
    _form("Telegram bot token", ":AA", r"\d{8,10}:AA[A-Za-z0-9_-]{33}"),
    _form("age key", "AGE-SECRET-KEY-1", r"AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"),
    _form("Azure storage key", "AccountKey=", r"AccountKey=[A-Za-z0-9+/]{86}=="),
    _form("1Password token", "ops_ey", r"ops_eyJ[A-Za-z0-9+/=_-]{100,1000}"),
    _form("Square token", "EAAA", r"EAAA[A-Za-z0-9_-]{60}"),
    _form("Square secret", "sq0csp-", r"sq0csp-[A-Za-z0-9_-]{43}"),
    _form("Atlassian token", "ATATT3", r"ATATT3[A-Za-z0-9_=-]{180,200}"),
    _form("Airtable token", "pat", r"pat[A-Za-z0-9]{14}\.[a-f0-9]{64}"),
    _form("Artifactory token", "AKC", r"AKC[A-Za-z0-9]{69,73}"),
    _form("Contentful token", "CFPAT-", r"CFPAT-[A-Za-z0-9_-]{43}"),
    _form("Dropbox token", "sl.", r"sl\.[A-Za-z0-9_-]{130,152}"),
    _form("Supabase key", "sbp_", r"sbp_[a-f0-9]{40}"),
    _form("Netlify token", "nfp_", r"nfp_[A-Za-z0-9]{36}"),
    _form("RubyGems key", "rubygems_", r"rubygems_[a-f0-9]{48}"),
    _form("crates.io token", "cio", r"cio[A-Za-z0-9]{32}"),
)  # fmt: skip
#: A private key with its body, which is shorter in examples.
PRIVATE_KEY: Final = lazy_re.compile(
    r"-----BEGIN (?:[A-Z0-9]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----[ \t]{0,4}+\r?\n((?:(?![ \t]{0,40}-----)[A-Za-z0-9+/=:,. \t-]{0,120}+\r?\n){3,120}+)[ \t]{0,40}+-----END"
)
#: What every such address has; it is sought first, for a text is soon searched for it.
MAY_HAVE_PASSWORD: Final = lazy_re.compile(r"://[^\s/:@]{1,60}:[^\s:@]{8,80}@")
#: An address with a name and a password (RFC 3986, section 3.2.1).
WITH_PASSWORD: Final = lazy_re.compile(
    r"\b(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|redis|rediss|amqps?|ftp|https?|smtp|mssql)://[\w.%+-]{1,60}:([^\s:@/'\"<>{}$]{8,80})@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}",
    re.IGNORECASE,
)
