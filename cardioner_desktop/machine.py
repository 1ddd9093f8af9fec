"""What this computer can do for tagging: processor, its instructions for small integers, memory, graphics cards."""

import ctypes
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

AVX2, AVX512, VNNI, DOT = "AVX2", "AVX-512", "VNNI", "Arm dot product"
_LINUX_FLAGS = {"avx2": AVX2, "avx512f": AVX512, "avx512_vnni": VNNI, "avx_vnni": VNNI, "asimddp": DOT}
_WINDOWS_FEATURES = {40: AVX2, 41: AVX512, 43: DOT}  # PF_... of processthreadsapi.h; it does not tell of VNNI
_MAC_FEATURES = {"hw.optional.avx2_0": AVX2, "hw.optional.avx512f": AVX512, "hw.optional.arm.FEAT_DotProd": DOT}


@dataclass(frozen=True, slots=True)
class Machine:
    """Processor cores that this program may use, memory in bytes (0: unknown), the instruction sets that make int8
    quick, and the number of CUDA devices that the engine sees."""

    processor: str
    cores: int
    memory: int
    features: tuple[str, ...]
    cuda_devices: int


def this_machine() -> Machine:
    """Ask the system; loads the engine to ask for CUDA, so it takes a moment."""
    return Machine(_processor(), usable_cores(), memory(), _features(), cuda_devices())


def cuda_devices() -> int:
    """The CUDA devices that the engine sees."""
    import ctranslate2

    return int(ctranslate2.get_cuda_device_count())


def usable_cores() -> int:
    """Processor cores that this program may use."""
    if sys.platform.startswith("linux"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def features_of_cpuinfo(text: str) -> tuple[str, ...]:
    """The instruction sets that Linux's `/proc/cpuinfo` names."""
    flags: set[str] = set()
    for line in text.splitlines():
        name, _, value = line.partition(":")
        if name.strip() in ("flags", "Features"):
            flags.update(value.split())
            break
    return tuple(dict.fromkeys(name for flag, name in _LINUX_FLAGS.items() if flag in flags))


def _features() -> tuple[str, ...]:
    if sys.platform == "win32":
        has = ctypes.windll.kernel32.IsProcessorFeaturePresent
        return tuple(name for number, name in _WINDOWS_FEATURES.items() if has(number))
    if sys.platform == "darwin":
        return tuple(name for key, name in _MAC_FEATURES.items() if _sysctl(key) == "1")
    return features_of_cpuinfo(_cpuinfo())


def _processor() -> str:
    if sys.platform == "darwin":
        return _sysctl("machdep.cpu.brand_string")
    for line in _cpuinfo().splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.processor() or platform.machine()


def _cpuinfo() -> str:
    try:
        return Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def memory() -> int:
    """Bytes of memory that this computer has; 0 where it does not tell."""
    if sys.platform == "win32":
        size = ctypes.c_ulonglong()
        known = ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(size))
        return size.value * 1024 if known else 0
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (OSError, ValueError):
        return 0


def _sysctl(key: str) -> str:
    try:
        done = subprocess.run(["/usr/sbin/sysctl", "-n", key], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()
