"""Worker processes that make files, and the queues before them."""

from ui.work.costs import SITE_MS, SMALL_MS, file_cost_ms, story_cost_ms
from ui.work.exportfiles import EXPORT_FILES, PAPERS, ExportFile, disposition
from ui.work.jobs import Job, Made, make, tag_of
from ui.work.pool import run_job, worker_pool
from ui.work.threads import Bounds, FairPool, HungUpError, UnmadeError, done_for

__all__ = [
    "EXPORT_FILES",
    "PAPERS",
    "SITE_MS",
    "SMALL_MS",
    "Bounds",
    "ExportFile",
    "FairPool",
    "HungUpError",
    "Job",
    "Made",
    "UnmadeError",
    "disposition",
    "done_for",
    "file_cost_ms",
    "make",
    "run_job",
    "story_cost_ms",
    "tag_of",
    "worker_pool",
]
