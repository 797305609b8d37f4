"""The XGBoost model of a bundle behind FastAPI, to be measured beside `synth serve`.

    pip install fastapi uvicorn xgboost numpy
    BUNDLE=model taskset -c 0 uvicorn --app-dir benchmarks serve_fastapi:app --port 8081 --log-level warning

It takes the rows of `dataframe_records` as synth does, makes the same features of them by what the
bundle says, and answers score and decision. It checks nothing and knows one kind of bundle: XGBoost
alone, columns of plain numbers, levels and times.
"""

import json
import math
import os
from datetime import datetime, timezone
from pathlib import Path

import numpy
import xgboost
from fastapi import FastAPI, Request

FOLDER = Path(os.environ["BUNDLE"])
CLASSIFIER = json.loads((FOLDER / "classifier.json").read_text())
THRESHOLD = json.loads((FOLDER / "bundle.json").read_text())["model"]["threshold"]["value"]
COLUMNS = CLASSIFIER["encoders"][0]["features"]["columns"]
KEPT = numpy.array(CLASSIFIER["encoders"][0]["features"]["kept"])

booster = xgboost.Booster()
booster.load_model(bytearray((FOLDER / CLASSIFIER["classifier"]["file"]).read_bytes()))
booster.set_param({"nthread": 1})

app = FastAPI()


def text(value):
    return {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value


def features(column, value):
    kind = column["kind"]
    if kind == "number":
        return [math.nan if value is None else float(value)]
    if kind == "level":
        value = text(value)
        hot = [1.0 if value == level else 0.0 for level in column["hot"]]
        return hot + ([1.0 if value is None else 0.0] if column["flagged"] else [])
    if value is None:
        return [math.nan] * 3
    moment = datetime.fromisoformat(value).replace(tzinfo=timezone.utc)
    seconds = moment.timestamp()
    return [seconds - column["earliest"] / 1e6, seconds % 86400 / 3600, float(moment.weekday())]


def encode(record):
    row = []
    for column in COLUMNS:
        row += features(column, record.get(column["column"]))
    return row


@app.post("/invocations")
async def invocations(request: Request):
    body = await request.json()
    matrix = numpy.array([encode(each) for each in body["dataframe_records"]], dtype=numpy.float32)
    scores = booster.inplace_predict(matrix[:, KEPT])
    return {
        "predictions": [
            {"score": float(score), "decision": int(score >= THRESHOLD)} for score in scores
        ]
    }
