"""Settings: what is missing or wrong is said in one line that names it."""

from pathlib import Path

import pytest

from bot.configuration import Configuration, ConfigurationError, Places, load
from bot.web_addresses import ListenAddress
from tests.service.scene import TOKEN

GOOD = {"DOORSTEP_TELEGRAM_TOKEN": TOKEN}


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def given(monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]) -> None:
    """Set environment variables for this test."""
    for name, value in settings.items():
        monkeypatch.setenv(name, value)


def test_the_token_alone_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, GOOD)
    configuration = load(Configuration)
    assert configuration.telegram_api == "https://api.telegram.org"
    assert configuration.database == "sqlite+aiosqlite:///doorstep.sqlite"
    assert configuration.owners == frozenset()
    assert configuration.keys == Path("doorstep.keys")
    assert TOKEN not in repr(configuration)


def test_everything_can_be_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given(
        monkeypatch,
        {
            **GOOD,
            "DOORSTEP_TELEGRAM_API": "http://127.0.0.1:8081/",
            "DOORSTEP_TELEGRAM_LIBRARY": "python-telegram-bot",
            "DOORSTEP_DATABASE": f"sqlite:///{tmp_path}/data/scheme.sqlite",
            "DOORSTEP_OWNERS": "telegram:7001, telegram:7002",
            "DOORSTEP_KEYS": "secrets/keys",
        },
    )
    configuration = load(Configuration)
    assert configuration.telegram_api == "http://127.0.0.1:8081"
    assert configuration.database == f"sqlite+aiosqlite:///{tmp_path}/data/scheme.sqlite"
    assert configuration.database_file == tmp_path / "data/scheme.sqlite"
    assert configuration.owners == {"telegram:7001", "telegram:7002"}


def test_a_file_in_the_working_folder_will_do(tmp_path: Path) -> None:
    lines = f"DOORSTEP_TELEGRAM_TOKEN={TOKEN}\nDOORSTEP_OWNERS=telegram:7\nOTHERS=1\n"
    (tmp_path / ".env").write_text(lines)
    assert load(Configuration).owners == {"telegram:7"}


def test_the_environment_goes_before_the_file_where_it_says_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "DOORSTEP_OWNERS=telegram:7\nDOORSTEP_KEYS=a\nDOORSTEP_BACKUPS_KEPT=\n"
    (tmp_path / ".env").write_text(lines)
    given(monkeypatch, {**GOOD, "doorstep_keys": "b", "DOORSTEP_OWNERS": ""})
    configuration = load(Configuration)
    assert configuration.owners == {"telegram:7"}
    assert configuration.keys == Path("b")
    assert configuration.backups_kept == 14


def test_migrating_needs_no_token() -> None:
    assert load(Places).database_file == Path("doorstep.sqlite")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DOORSTEP_TELEGRAM_TOKEN", "", "is not set"),
        ("DOORSTEP_TELEGRAM_TOKEN", "12345", "@BotFather"),
        ("DOORSTEP_TELEGRAM_TOKEN", TOKEN + " ", "@BotFather"),
        ("DOORSTEP_TELEGRAM_API", "api.telegram.org", "https://api.telegram.org"),
        ("DOORSTEP_TELEGRAM_LIBRARY", "aiogramm", "python-telegram-bot"),
        ("DOORSTEP_DATABASE", "postgresql://localhost", "sqlite"),
        ("DOORSTEP_DATABASE", "postgresql://localhost:lots/doorstep", "sqlite"),
        (
            "DOORSTEP_DATABASE",
            "postgresql://localhost/doorstep?fast=1",
            "only ssl=",
        ),
        ("DOORSTEP_DATABASE", "mysql://localhost/doorstep", "sqlite"),
        ("DOORSTEP_DATABASE", "sqlite://", "sqlite"),
        ("DOORSTEP_DATABASE", "sqlite:///:memory:", "sqlite"),
        ("DOORSTEP_OWNERS", "maria", "telegram:7001"),
        ("DOORSTEP_OWNERS", "telegram:-5", "telegram:7001"),
        ("DOORSTEP_OWNER", "telegram:7001", "DOORSTEP_OWNERS"),
        ("DOORSTEP_WATCH", "9187", "127.0.0.1:9187"),
        ("DOORSTEP_WATCH", "127.0.0.1:0", "127.0.0.1:9187"),
        ("DOORSTEP_WATCH", "127.0.0.1:65536", "127.0.0.1:9187"),
        ("DOORSTEP_WATCH", "example.org:9187", "127.0.0.1:9187"),
        ("DOORSTEP_WATCH", "0.0.0.0:9187", "others can reach"),
        ("DOORSTEP_WATCH", "[::]:9187", "others can reach"),
        ("DOORSTEP_WATCH", "192.168.1.7:9187", ",reachable-by-others"),
        ("DOORSTEP_WEBHOOK_URL", "doorstep.example.org", "https://doorstep.example.org/telegram"),
        ("DOORSTEP_WEBHOOK_URL", "https://me:word@example.org/", "is not a web address"),
        ("DOORSTEP_WEBHOOK_URL", "https://example.org/#here", "is not a web address"),
        ("DOORSTEP_WEBHOOK_URL", "https://example.org:99999/", "is not a web address"),
        ("DOORSTEP_WEBHOOK_URL", "http://example.org/telegram", "without TLS"),
        ("DOORSTEP_WEBHOOK_URL", "http://127.0.0.1:8443/telegram", "without TLS"),
        ("DOORSTEP_WEBHOOK_URL", "https://example.org:9443/", "443, 80, 88 or 8443"),
        ("DOORSTEP_WEBHOOK_URL", "https://localhost/telegram", "outside"),
        ("DOORSTEP_WEBHOOK_URL", "https://192.168.1.7/telegram", "outside"),
        ("DOORSTEP_WEBHOOK_LISTEN", "9188", "127.0.0.1:9188"),
        ("DOORSTEP_WEBHOOK_LISTEN", "0.0.0.0:9188", ",reachable-by-others"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    given(monkeypatch, {**GOOD, name: value})
    with pytest.raises(ConfigurationError) as caught:
        load(Configuration)
    line = str(caught.value)
    assert line.startswith(f"{name} ")
    assert said in line
    assert "\n" not in line
    assert value == "" or f" {value}" not in line.replace(f"like {value}", "")


@pytest.mark.parametrize(
    ("written", "host", "shown"),
    [
        ("127.0.0.1:9187", "127.0.0.1", "127.0.0.1:9187"),
        ("localhost:9187", "127.0.0.1", "127.0.0.1:9187"),
        ("[::1]:9187", "::1", "[::1]:9187"),
        ("0.0.0.0:9187,reachable-by-others", "0.0.0.0", "0.0.0.0:9187"),  # noqa: S104 - read only
    ],
)
def test_where_the_service_tells_how_it_is(
    monkeypatch: pytest.MonkeyPatch, written: str, host: str, shown: str
) -> None:
    given(monkeypatch, {"DOORSTEP_WATCH": written})
    watch = load(Places).watch
    assert watch == ListenAddress(host, 9187)
    assert str(watch) == shown


def test_the_service_tells_nobody_unless_it_is_asked_to() -> None:
    assert load(Places).watch is None


def test_a_misspelt_name_in_the_file_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"DOORSTEP_TELEGRAM_TOKEN={TOKEN}\nDOORSTEP_TOKEN=1\n")
    with pytest.raises(ConfigurationError, match=r"^DOORSTEP_TOKEN is no setting"):
        load(Configuration)


@pytest.mark.parametrize("between", [":", "", " : ", "= ", "7="])
@pytest.mark.parametrize("name", ["DOORSTEP_TELEGRAM_TOKEN", "DOORSTEP_MORE_TOKENS", "DOORSTEP_X"])
def test_a_line_without_its_sign_is_named_and_not_quoted(
    name: str, between: str, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(f"{name}{between}{TOKEN}?ssl=require\n")
    with pytest.raises(ConfigurationError) as caught:
        load(Configuration)
    assert TOKEN.partition(":")[2] not in str(caught.value)
    assert "DOORSTEP_" in str(caught.value)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigurationError, match=r"\.env is not text"):
        load(Configuration)


@pytest.mark.parametrize(
    "address",
    [
        "https://doorstep.example.org/telegram",
        "https://doorstep.example.org:8443",
        "https://example.org:88/a?b=c",
        "https://93.184.216.34/telegram",
    ],
)
def test_where_telegram_sends_updates(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    given(monkeypatch, {**GOOD, "DOORSTEP_WEBHOOK_URL": address})
    configuration = load(Configuration)
    assert configuration.webhook_url == address
    assert configuration.webhook_listen == ListenAddress("127.0.0.1", 9188)


@pytest.mark.parametrize("api", ["http://127.0.0.1:8081", "http://localhost:8081/"])
def test_an_api_on_this_machine_sends_to_it_without_tls(
    monkeypatch: pytest.MonkeyPatch, api: str
) -> None:
    webhook = {"DOORSTEP_WEBHOOK_URL": "http://127.0.0.1:9188/telegram"}
    given(monkeypatch, {**GOOD, **webhook, "DOORSTEP_TELEGRAM_API": api})
    assert load(Configuration).webhook_url == "http://127.0.0.1:9188/telegram"


@pytest.mark.parametrize("api", ["http://127.0.0.1.example.org", "https://api.telegram.org"])
def test_no_other_api_does(monkeypatch: pytest.MonkeyPatch, api: str) -> None:
    webhook = {"DOORSTEP_WEBHOOK_URL": "http://127.0.0.1:9188/telegram"}
    given(monkeypatch, {**GOOD, **webhook, "DOORSTEP_TELEGRAM_API": api})
    with pytest.raises(ConfigurationError, match="without TLS"):
        load(Configuration)


class TestMoreBots:
    """Further bots are named in a way that can be written by hand, and mistakes by their place."""

    OTHER = "7000000002:another-token-of-no-value-at-all"
    THIRD = "7000000003:a-third-token-of-no-value-at-all"

    def test_each_has_a_name_a_token_and_perhaps_an_organisation(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written = f"parish={self.OTHER} for St Mary's  Parish; tenants-2 = {self.THIRD};"
        given(monkeypatch, {**GOOD, "DOORSTEP_MORE_TOKENS": written})
        configuration = load(Configuration)
        named = [(bot.name, bot.organisation) for bot in configuration.bots]
        assert named == [
            ("telegram", None),
            ("parish", "St Mary's Parish"),
            ("tenants-2", None),
        ]
        assert [bot.token.get_secret_value() for bot in configuration.bots] == [
            *(TOKEN, self.OTHER, self.THIRD),
        ]
        assert self.OTHER not in repr(configuration)

    @pytest.mark.parametrize(
        ("written", "said"),
        [
            ("x", "bot 1 that cannot be read"),
            (OTHER, "bot 1 that cannot be read"),
            (f"a={OTHER}; b", "bot 2 that cannot be read"),
            (f"Parish={OTHER}", "a name that will not do"),
            (f"telegram={OTHER}", "a name that will not do"),
            (f"a-name-that-is-too-long={OTHER}", "a name that will not do"),
            ("parish=123", "no bot's token for bot 1"),
            (f"parish={OTHER}; parish={THIRD}", "a name twice"),
            (f"parish={OTHER}; hall={OTHER}", "the same bot twice"),
            (f"parish={TOKEN}", "the same bot twice"),
            (f"a={OTHER} for St Mary's; b={THIRD} for ST MARY'S", "an organisation twice"),
        ],
    )
    def test_a_mistake_is_named_in_one_line(
        self, monkeypatch: pytest.MonkeyPatch, written: str, said: str
    ) -> None:
        given(monkeypatch, {**GOOD, "DOORSTEP_MORE_TOKENS": written})
        with pytest.raises(ConfigurationError) as caught:
            load(Configuration)
        line = str(caught.value)
        assert line.startswith("DOORSTEP_MORE_TOKENS ")
        assert said in line
        assert "\n" not in line
        assert "of-no-value" not in line
