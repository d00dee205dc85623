"""Settings: every value is checked, none is guessed, and a password never shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.errors import SettingInvalid
from hub.settings import SETTINGS, Settings, default_data_dir, unknown_names


def test_defaults_need_no_variable() -> None:
    """An empty environment gives a hub on this machine only, with its own database."""
    settings = Settings.from_environment({})

    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8000, 1)
    assert settings.embedded
    assert not settings.production
    assert settings.data_dir / "keys" / "vault.json" == settings.vault_keys


def test_each_field_has_one_variable() -> None:
    """The table covers every field of Settings, once, with documentation in both languages."""
    assert sorted(Settings.__dataclass_fields__) == sorted(setting.field for setting in SETTINGS)
    assert all(setting.name.startswith("HUB_") and setting.en and setting.zh for setting in SETTINGS)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HUB_PORT", "eighty"),
        ("HUB_PORT", "65536"),
        ("HUB_PORT", "-1"),
        ("HUB_PORT", "８０"),
        ("HUB_PORT", "9" * 5000),
        ("HUB_WORKERS", "0"),
        ("HUB_ENVIRONMENT", "prod"),
        ("HUB_LOG_LEVEL", "loud"),
        ("HUB_HOST", "a\nb"),
        ("HUB_DATABASE_URL", "mysql://x"),
        ("HUB_DATABASE_URL", "postgresql://user:sesame@host:port/name"),
        ("HUB_JWKS", "http://keys.example.com/jwks"),
        ("HUB_JWKS", "http://localhost.example.com/jwks"),
        ("HUB_JWKS", "file:///etc/keys"),
        ("HUB_POOL_MIN", "99"),
    ],
)
def test_wrong_value_is_refused_in_two_languages(name: str, value: str) -> None:
    """A wrong value stops the start with the name of the variable, and without repeating a secret."""
    with pytest.raises(SettingInvalid) as caught:
        Settings.from_environment({name: value})

    assert name in caught.value.english
    assert name in caught.value.chinese
    assert "sesame" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("HUB_PORT", " 9000 ", "port", 9000),
        ("HUB_PORT", "", "port", 8000),
        ("HUB_ENVIRONMENT", "Production", "environment", "production"),
        ("HUB_DATABASE_URL", "postgresql+psycopg://h/d", "database_url", "postgresql://h/d"),
        ("HUB_DATABASE_URL", "host=h dbname=d", "database_url", "host=h dbname=d"),
        ("HUB_JWKS", "https://keys.example.com/jwks", "jwks", "https://keys.example.com/jwks"),
        ("HUB_JWKS", "/etc/keys.json", "jwks", "/etc/keys.json"),
        ("HUB_JWKS", "http://127.0.0.1:9/jwks", "jwks", "http://127.0.0.1:9/jwks"),
        ("HUB_DATA_DIR", "/srv/hub", "vault_keys", Path("/srv/hub/keys/vault.json")),
    ],
)
def test_value_is_understood(name: str, value: str, field: str, expected: object) -> None:
    """Blanks around a value, upper case of a word and SQLAlchemy's spelling of a URL are no reason to refuse."""
    assert expected == getattr(Settings.from_environment({name: value}), field)


def test_password_is_not_in_repr() -> None:
    """Settings may end up in a log; the connection strings in them may not."""
    settings = Settings.from_environment({"HUB_DATABASE_URL": "postgresql://u:sesame@h/d"})

    assert "sesame" not in repr(settings)


def test_data_directory_of_root_is_not_in_a_closed_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root's database runs under another account, which cannot enter /root."""
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert Path("/var/lib/public-credit-hub") == default_data_dir({})

    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert Path("/home/x/data/public-credit-hub") == default_data_dir({"XDG_DATA_HOME": "/home/x/data"})


def test_misspelt_variable_is_found() -> None:
    """`hub doctor` names a variable that nothing reads, with the one that was probably meant."""
    env = {"HUB_PROT": "9", "HUB_XYZZY_QQQ": "", "HUB_PORT": "9", "HUB_TEST_DATABASE_URL": "x", "HOME": "/"}

    assert unknown_names(env) == {"HUB_PROT": "HUB_PORT", "HUB_XYZZY_QQQ": None}
