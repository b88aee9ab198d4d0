"""Worker processes that make files, and the queues before them."""

from ui.work.costs import SITE_MS, SMALL_MS, story_cost_ms
from ui.work.exportfile import ExportFile
from ui.work.exportfiles import EXPORT_FILES, offered_files
from ui.work.jobs import Job, Made, make, tag_of
from ui.work.plainfiles import PLAIN_FILES, PlainFile
from ui.work.pool import run_job, worker_pool
from ui.work.threads import Bounds, FairPool, HungUpError, UnmadeError, done_for

__all__ = [
    "EXPORT_FILES",
    "PLAIN_FILES",
    "SITE_MS",
    "SMALL_MS",
    "Bounds",
    "ExportFile",
    "FairPool",
    "HungUpError",
    "Job",
    "Made",
    "PlainFile",
    "UnmadeError",
    "done_for",
    "make",
    "offered_files",
    "run_job",
    "story_cost_ms",
    "tag_of",
    "worker_pool",
]
