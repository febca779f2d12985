"""What judges from outside say of the API: its document is OpenAPI 3.1, and whatever is sent, its answers are those that
the document describes and never a fault of the server. ROUAGE_FULL looks longer, on both engines."""

import json
import os
import pathlib
import subprocess
import sys
import urllib.request

import openapi_spec_validator
import pytest

from server import ENGINES, ROOT, Demo, run

FULL = bool(os.environ.get("ROUAGE_FULL"))
CAST = (
    "camille.aubrac lison.perrault aziz.charvin yanis.corbel oriane.keller hana.diallo ruben.achard nour.castel "
    "thea.nogaret idriss.belmonte mehdi.rahal loic.perdrix ines.maurel"
).split()
# What a shape cannot say (two dates in order, a name that must be known) is refused with 422: that is no fault. Who may
# not is tested by the matrix of all routes and roles.
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance"
)


@pytest.fixture(scope="module", params=ENGINES if FULL else ENGINES[:1])
def served(request):
    demo = Demo(request.param)
    yield demo
    demo.stop()


def test_the_document_is_openapi(served):
    with urllib.request.urlopen(f"{served.url}/api/v1/openapi.json", timeout=30) as answer:
        openapi_spec_validator.validate(json.load(answer))


def test_every_answer_is_one_that_the_document_describes(served):
    tokens = [
        run("token", "create", who, "--name", "judge", "--scope", "write", "--database", served.database.address)
        for who in CAST
    ]
    bound = ["--phases", "examples,coverage,fuzzing,stateful", "--max-time", "600", "--max-examples", "60"]
    if not FULL:
        bound = ["--phases", "examples,coverage,fuzzing", "--max-time", "60", "--max-examples", "5"]
    judged = subprocess.run(
        [
            str(pathlib.Path(sys.executable).parent / "st"), "run", f"{served.url}/api/v1/openapi.json",
            "--checks", CHECKS, "--generation-deterministic", "--no-color", "--continue-on-failure", *bound,
        ],
        capture_output=True, text=True, timeout=1_200,
        cwd=served.database.folder,
        env={
            **os.environ, "ROUAGE_TOKENS": " ".join(token.strip() for token in tokens),
            "SCHEMATHESIS_HOOKS": "judges", "PYTHONPATH": str(ROOT / "Tests/Browser"),
        },
    )
    print(judged.stdout[-3_000:])
    assert judged.returncode == 0, f"{judged.stdout[-20_000:]}{judged.stderr[-2_000:]}"
