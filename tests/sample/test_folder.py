from pathlib import Path

from knowntenant.sample.folder import MARK, is_sample, prepare, refusal


def test_a_folder_that_is_new_or_empty_can_be_written_into(tmp_path: Path) -> None:
    assert not refusal(tmp_path, force=False)
    assert not refusal(tmp_path / "new" / "folder", force=False)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "is a file" in refusal(tmp_path / "file", force=True)


def test_what_is_not_ours_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "customers.csv").write_text("id\n", encoding="utf-8")
    assert "no sample of ours" in refusal(tmp_path, force=False)
    assert "no sample of ours" in refusal(tmp_path, force=True)
    (tmp_path / MARK).write_bytes(b"\xff made by somebody else")
    assert not is_sample(tmp_path)


def test_a_sample_is_written_anew_only_where_that_is_said(tmp_path: Path) -> None:
    prepare(tmp_path, customers=1, seed=1)
    assert "--force" in refusal(tmp_path, force=False)
    assert not refusal(tmp_path, force=True)


def test_an_older_sample_goes_and_files_of_others_stay(tmp_path: Path) -> None:
    prepare(tmp_path, customers=1, seed=1)
    for name in ("access.parquet", "customers.csv", "mapping.toml"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    prepare(tmp_path, customers=1, seed=1)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["README.txt", "mapping.toml", "program.toml", "sample.toml"]


def test_the_readme_says_that_it_is_made_up_and_how_to_review_it(tmp_path: Path) -> None:
    prepare(tmp_path, customers=1, seed=1)
    text = (tmp_path / "README.txt").read_text(encoding="utf-8")
    assert text.startswith("Synthetic data.")
    assert "knowntenant review . --as-of 2027-06-30 --program program.toml" in text
    assert "--pack ofac --pack ear-cloud --pack affiliates-50 --pack nprm-2024" in text
    assert "not in force" in text
