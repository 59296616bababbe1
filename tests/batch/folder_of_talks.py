"""A folder of small documents in all formats, about a bridge of which the test topic knows."""

from __future__ import annotations

import json
from pathlib import Path

TOPIC = Path(__file__).parents[1] / "cli" / "topics" / "bridges"
WRONG = "The Alma Bridge opened in 1963."
RIGHT = "The Alma Bridge opened in 1961."
_ARTICLE = "The city has long been proud of its bridges, of which there are many on this river."

#: file, verdict, line, page, time, who asserts it: one row a claim, in order
EXPECTED = [
    ("a.txt", "refuted", 3, None, None, "THE MAYOR"),
    ("b.md", "supported", 3, None, None, None),
    ("c.srt", "refuted", None, None, "00:01:05", "MS. WARE"),
    ("d.vtt", "supported", None, None, "00:00:04", "Ann Alder"),
    ("e.html", "refuted", 5, None, None, None),
    ("f.docx", "refuted", 3, None, None, "MS. WARE"),
    ("g.pdf", "refuted", None, 2, None, "THE MAYOR"),
    ("h.jsonl", "refuted", 1, None, None, "Ann Alder"),
    ("h.jsonl", "supported", 2, None, None, None),
    ("i.csv", "refuted", 3, None, None, "Bo Birch"),
    ("j/2025-04-08-k.txt", "supported", 1, None, None, None),
    ("j/l/m.txt", "refuted", 1, None, None, None),
]


def make_folder(folder: Path) -> Path:
    """Write the documents; the folder."""
    texts = {
        "a.txt": f"Remarks\n\nTHE MAYOR: Good morning. {WRONG}\n",
        "b.md": f"# A talk\n\n{RIGHT}\n",
        "c.srt": "1\n00:00:01,000 --> 00:00:02,000\nGood morning.\n\n2\n00:01:05,000 --> "
        "00:01:07,000\n>> MS. WARE: The Alma Bridge\n\n3\n00:01:07,000 --> 00:01:08,000\n"
        "opened in 1963.\n",
        "d.vtt": "WEBVTT\n\n00:04.000 --> 00:06.000\n<v Ann Alder>The Alma Bridge opened\n\n"
        "00:06.000 --> 00:07.000\n<v Ann Alder>in 1961.\n",
        "e.html": f"<html><body><nav>Home</nav><article><h1>On bridges</h1><p>{_ARTICLE}</p>"
        f"<p>{WRONG} So the chronicle of the city has it, which was written long after.</p>"
        f"<p>{_ARTICLE} They are old.</p></article></body></html>",
        "h.jsonl": "".join(
            json.dumps(row) + "\n"
            for row in ({"text": WRONG, "speaker": "Ann Alder"}, {"id": "x", "text": RIGHT})
        ),
        "i.csv": f"text,speaker\nGood morning.,\n{WRONG},Bo Birch\n",
        "j/2025-04-08-k.txt": RIGHT,
        "j/l/m.txt": WRONG,
        "j/.hidden.txt": WRONG,
        "notes.odt": "no reader",
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    _write_docx(folder / "f.docx")
    _write_pdf(folder / "g.pdf")
    return folder


def make_many(folder: Path, count: int) -> Path:
    """Write plain texts and small lists."""
    folder.mkdir()
    for n in range(count):
        said = f"The Alma Bridge opened in {1950 + n % 20}. The Alma Bridge has {n + 1} lanes.\n\n"
        if n % 5:
            (folder / f"{n:03}.txt").write_text(said * (1 + n % 3), encoding="utf-8")
        else:
            rows = (json.dumps({"text": said, "speaker": f"Speaker {m}"}) for m in range(4))
            (folder / f"{n:03}.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (folder / "050.pdf").write_text("no PDF", encoding="utf-8")
    return folder


def _write_docx(file: Path) -> None:
    import docx

    made = docx.Document()
    made.add_paragraph("Remarks")
    made.add_paragraph(f"MS. WARE: {WRONG}")
    made.save(str(file))


def _write_pdf(file: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(file), invariant=True)
    canvas.drawString(20, 150, "THE MAYOR: Good morning.")
    canvas.showPage()
    canvas.drawString(20, 150, WRONG)
    canvas.save()
