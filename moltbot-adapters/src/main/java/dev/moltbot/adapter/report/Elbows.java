package dev.moltbot.adapter.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pushes dots that overlap apart, a little at a time, and draws each back to where it wants to be.
 * Neighbours are found by a grid, so the work grows with the number of dots and not with its
 * square.
 */
final class Elbows {
  private static final int ROUNDS = 90;
  private static final double PAD = 5;
  private static final double CELL = 54;
  private static final double HOME = 0.02;

  private final double[] x;
  private final double[] y;
  private final double[] size;
  private final double[] homeX;
  private final double[] homeY;
  private int count;

  Elbows(int most) {
    x = new double[most];
    y = new double[most];
    size = new double[most];
    homeX = new double[most];
    homeY = new double[most];
  }

  void add(double atX, double atY, double radius) {
    x[count] = atX;
    y[count] = atY;
    size[count++] = radius;
  }

  List<Layout.Dot> settled() {
    System.arraycopy(x, 0, homeX, 0, count);
    System.arraycopy(y, 0, homeY, 0, count);
    for (int round = 0; round < ROUNDS; round++) {
      Map<Long, int[]> grid = grid();
      for (int i = 0; i < count; i++) {
        around(grid, i);
      }
      home(round);
    }
    var dots = new ArrayList<Layout.Dot>();
    for (int i = 0; i < count; i++) {
      dots.add(new Layout.Dot(x[i], y[i], size[i]));
    }
    return dots;
  }

  private Map<Long, int[]> grid() {
    var grid = new HashMap<Long, int[]>();
    for (int i = 0; i < count; i++) {
      int self = i;
      grid.merge(cell(x[i], y[i], 0, 0), new int[] {self}, Elbows::joined);
    }
    return grid;
  }

  private static int[] joined(int[] cell, int[] one) {
    int[] all = Arrays.copyOf(cell, cell.length + 1);
    all[cell.length] = one[0];
    return all;
  }

  private static long cell(double x, double y, int right, int down) {
    long column = (long) Math.floor(x / CELL) + right;
    long line = (long) Math.floor(y / CELL) + down;
    return (column << 32) ^ (line & 0xffffffffL);
  }

  private void around(Map<Long, int[]> grid, int i) {
    for (int right = -1; right <= 1; right++) {
      for (int down = -1; down <= 1; down++) {
        for (int j : grid.getOrDefault(cell(x[i], y[i], right, down), new int[0])) {
          if (j > i) {
            push(i, j);
          }
        }
      }
    }
  }

  private void push(int i, int j) {
    double right = x[j] - x[i];
    double down = y[j] - y[i];
    double wanted = size[i] + size[j] + PAD;
    double far = Math.hypot(right, down);
    if (far >= wanted) {
      return;
    }
    // Two on one spot part sideways; their numbers say which way.
    double unitX = far < 1e-6 ? 1 : right / far;
    double unitY = far < 1e-6 ? 0 : down / far;
    double step = (wanted - far) / 2 * 0.9;
    x[i] -= unitX * step;
    y[i] -= unitY * step;
    x[j] += unitX * step;
    y[j] += unitY * step;
  }

  /** Less and less, so that the last rounds only part what still overlaps. */
  private void home(int round) {
    double pull = HOME * (ROUNDS - round) / ROUNDS;
    for (int i = 0; i < count; i++) {
      x[i] += (homeX[i] - x[i]) * pull;
      y[i] += (homeY[i] - y[i]) * pull;
    }
  }
}
