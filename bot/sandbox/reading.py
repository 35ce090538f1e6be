"""How a call's parameters are read off an HTTP request: JSON, a form, or parts with files.

The service sends JSON, and parts where a file goes with it, which the values name by `attach://`;
plain bots send forms whose values are JSON.
"""

import json
import re
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.sandbox.files import FileStore
from bot.sandbox.schema import Json, Method, WrongParametersError


async def read_parameters(request: web.Request, method: Method, files: FileStore) -> Json:
    """Return the parameters of a call; a file is stored at once and stands as its id.

    Raises WrongParametersError for what cannot be read.
    """
    form = dict(parse_qsl(request.rel_url.raw_query_string, keep_blank_values=True))
    kind = request.content_type
    if kind.startswith("multipart/"):
        await _read_parts(request, form, files)
        return method.read_form(form)
    body = await request.text() if request.body_exists else ""
    if kind == "application/json":
        try:
            values = json.loads(body) if body else {}
        except ValueError as error:
            raise WrongParametersError("the JSON cannot be read") from error
        if type(values) is not dict:
            raise WrongParametersError("the JSON is not an object")
        return {**method.read_form(form), **method.read_json(values)}
    form.update(parse_qsl(body, keep_blank_values=True))
    return method.read_form(form)


async def _read_parts(request: web.Request, form: dict[str, str], files: FileStore) -> None:
    uploads: dict[str, str] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        if part.filename is None:
            form[part.name] = await part.text()
            continue
        stored = files.add(part.filename, bytes(await part.read()))
        uploads[part.name] = stored.id
    for part_name, stored_id in uploads.items():
        named = re.compile(rf"attach://{re.escape(part_name)}(?![\w-])")
        naming = {name: value for name, value in form.items() if named.search(value)}
        # A value may be the name of a file, or an object that names one.
        form.update({name: named.sub(stored_id, value) for name, value in naming.items()})
        if not naming:
            form[part_name] = stored_id
