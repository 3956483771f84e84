-- CreateTable
CREATE TABLE "autobe_vectors" (
    "hash" TEXT NOT NULL,
    "vector" TEXT NOT NULL,
    "embedded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "autobe_vectors_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "autobe_vectors_embedded_at_idx" ON "autobe_vectors"("embedded_at");
