"""Schemathesis asks as many people, by turns: each with their rights, and none over the limit of a token."""

import itertools
import os

import schemathesis

TOKENS = itertools.cycle(os.environ["ROUAGE_TOKENS"].split())


@schemathesis.auth(refresh_interval=None)
class Turns:
    def get(self, case, context):
        return next(TOKENS)

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}
