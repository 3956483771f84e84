-- CreateTable
CREATE TABLE "autobe_deliveries" (
    "id" TEXT NOT NULL,
    "job_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "autobe_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "autobe_leases" (
    "repository" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "job_id" UUID NOT NULL,
    "token" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "autobe_leases_pkey" PRIMARY KEY ("repository")
);

-- CreateIndex
CREATE INDEX "autobe_deliveries_received_at_idx" ON "autobe_deliveries"("received_at");

-- CreateIndex
CREATE INDEX "autobe_leases_job_id_idx" ON "autobe_leases"("job_id");
