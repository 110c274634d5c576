"""`kurultai demo --data`: what is kept is the chamber and the law; nothing else is lost."""

from typer.testing import CliRunner

from kurultai.__main__ import app


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine").write_text("of mine", encoding="utf-8")

    done = CliRunner().invoke(app, ["demo", "--data", str(tmp_path)])

    assert done.exit_code == 2
    told = " ".join(done.stderr.replace("│", " ").split())
    assert "is not empty" in told
    assert [file.name for file in tmp_path.iterdir()] == ["mine"]
