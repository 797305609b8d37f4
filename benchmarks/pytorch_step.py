"""The processor time of one training step of a variational autoencoder in PyTorch.

The same sizes, rows, loss and optimiser as dev.synth.benchmarks.VaeStepBenchmark, whose figures
stand beside these in docs/benchmarks.md. On one thread, the best of ten rounds:

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python3 benchmarks/pytorch_step.py
"""

import time

import torch
from torch import nn

SIZES = [(30, 128, 16), (200, 256, 64)]
BATCHES = [64, 256, 500, 4096]
ROUNDS = 10
ROUND_SECONDS = 0.1


class Autoencoder(nn.Module):
    """Two hidden layers on each side; each number is normal, with a deviation of its column's."""

    def __init__(self, width, hidden, latent):
        super().__init__()
        self.encoder = stack(width, hidden, 2 * latent)
        self.decoder = stack(latent, hidden, width)
        self.log_deviations = nn.Parameter(torch.zeros(width))

    def forward(self, rows):
        mean, log_variance = self.encoder(rows).chunk(2, dim=1)
        code = mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)
        scaled = (rows - self.decoder(code)) * torch.exp(-self.log_deviations)
        surprise = (0.5 * scaled**2 + self.log_deviations).sum(1)
        divergence = 0.5 * (torch.exp(log_variance) + mean**2 - 1 - log_variance).sum(1)
        return (surprise + divergence).mean()


def stack(width, hidden, out):
    return nn.Sequential(
        nn.Linear(width, hidden),
        nn.LeakyReLU(0.01),
        nn.Linear(hidden, hidden),
        nn.LeakyReLU(0.01),
        nn.Linear(hidden, out),
    )


def adam(parameters):
    """Returns the fastest Adam that this version has for a processor."""
    for options in ({"fused": True}, {"foreach": True}, {}):
        try:
            return torch.optim.Adam(parameters, lr=0.001, **options)
        except (TypeError, RuntimeError):
            continue
    raise AssertionError("Adam without options is always there")


def seconds(steps, step):
    start = time.process_time()
    for _ in range(steps):
        step()
    return (time.process_time() - start) / steps


def measure(width, hidden, latent, batch):
    torch.manual_seed(1)
    rows = torch.randn(batch, width)
    model = Autoencoder(width, hidden, latent)
    optimiser = adam(list(model.parameters()))

    def step():
        optimiser.zero_grad(set_to_none=True)
        model(rows).backward()
        optimiser.step()

    seconds(20, step)
    steps = max(1, int(ROUND_SECONDS / seconds(3, step)))
    return min(seconds(steps, step) for _ in range(ROUNDS))


def main():
    torch.set_num_threads(1)
    print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} thread")
    for width, hidden, latent in SIZES:
        for batch in BATCHES:
            micros = 1e6 * measure(width, hidden, latent, batch)
            print(f"{width}-{hidden}-{hidden}-z{latent:<4d} {batch:6d} {micros:9.0f} µs")


if __name__ == "__main__":
    main()
