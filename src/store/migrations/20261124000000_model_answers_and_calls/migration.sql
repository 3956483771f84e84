-- CreateTable
CREATE TABLE "autobe_model_answers" (
    "hash" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "reply" JSONB NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "answered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "autobe_model_answers_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "autobe_model_calls" (
    "id" BIGSERIAL NOT NULL,
    "function" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "raw_success" BOOLEAN NOT NULL,
    "success" BOOLEAN NOT NULL,
    "stopped" TEXT,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "autobe_model_calls_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "autobe_model_answers_answered_at_idx" ON "autobe_model_answers"("answered_at");

-- CreateIndex
CREATE INDEX "autobe_model_calls_ended_at_idx" ON "autobe_model_calls"("ended_at");
