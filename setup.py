"""What ``pyproject.toml`` can't say: the core in C, which is left out where there is no compiler."""

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "checkfirst._core",
            ["src/checkfirst/_core.c"],
            # One file serves Python 3.11 and all later versions.
            define_macros=[("Py_LIMITED_API", "0x030B0000")],
            py_limited_api=True,
            optional=True,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
