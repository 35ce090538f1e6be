# Build: the packages of the lock, each with its hash, and Doorstep itself, into one folder.
FROM python:3.11-slim AS build
WORKDIR /build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /venv
COPY requirements.lock ./
# Charts (matplotlib) are some 45 MB of it, on disk alone until the first chart is drawn.
RUN /venv/bin/pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY handlers handlers
COPY storage storage
# hatchling only builds the package; nothing of it goes into the image below.
RUN pip install "hatchling>=1.25" \
    && pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && /venv/bin/pip install --no-deps --no-index --find-links /wheels doorstep \
    && /venv/bin/pip uninstall -y setuptools pip

FROM python:3.11-slim
# A fixed number, so that the volume's files keep their owner over new images.
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin doorstep \
    && install -d -o doorstep -g doorstep -m 0700 /data /backups /keys
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DOORSTEP_DATABASE=sqlite+aiosqlite:////data/doorstep.sqlite \
    DOORSTEP_KEYS=/data/doorstep.keys \
    DOORSTEP_BACKUPS=/backups \
    DOORSTEP_WATCH=127.0.0.1:9187
USER doorstep
WORKDIR /data
# One volume holds the data and the keys, another one the backups. /keys is for a copy of the keys on
# a third disk (DOORSTEP_KEYS_COPY=/keys/doorstep.keys): never beside the backups. Folders of the
# machine that are handed in have to belong to the user above.
VOLUME /data
VOLUME /backups
# Asks the service itself, at DOORSTEP_WATCH.
HEALTHCHECK --interval=1m --timeout=20s --start-period=30s --retries=3 \
    CMD ["doorstep", "doctor", "--quick"]
# Only with DOORSTEP_WEBHOOK_URL, and DOORSTEP_WEBHOOK_LISTEN=0.0.0.0:9188,reachable-by-others: for a web
# server in a network with this container. Never with -p, for there is no TLS here.
EXPOSE 9188
STOPSIGNAL SIGTERM
ENTRYPOINT ["doorstep"]
CMD ["run"]
