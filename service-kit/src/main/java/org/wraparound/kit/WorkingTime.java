package org.wraparound.kit;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Time as offices reckon it: Monday to Friday in Europe/London without the bank holidays of England
 * and Wales, from one hour of the day until another.
 *
 * <p>A duration counts its whole days as working days and its rest as working hours: {@code P1D}
 * from four on a Friday is four on the next working day.
 */
public final class WorkingTime {
  private static final HolidayManager BANK_HOLIDAYS =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

  /** The library keeps England and Wales apart; their bank holidays are the same. */
  private static final String ENGLAND = "eng";

  private static final Map<Integer, Set<LocalDate>> BY_YEAR = new ConcurrentHashMap<>();

  private WorkingTime() {}

  /**
   * The hours of a working day.
   *
   * @param from when work begins, London time
   * @param until when it ends, later on the same day
   */
  public record Hours(LocalTime from, LocalTime until) {
    public Hours {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("working hours must end after they begin");
      }
    }

    private Duration day() {
      return Duration.between(from, until);
    }
  }

  /**
   * When so much working time has passed; the same moment when that is none.
   *
   * @param amount not negative
   */
  public static Instant plus(Instant start, Duration amount, Hours hours) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException("working time does not run backwards");
    }
    Duration left =
        hours.day().multipliedBy(amount.toDays()).plus(amount.minusDays(amount.toDays()));
    if (left.isZero()) {
      return start;
    }
    LocalDate day = London.dayOf(start);
    while (true) {
      Instant from = later(start, opening(day, hours));
      Duration open = worked(day, from, closing(day, hours));
      if (left.compareTo(open) <= 0) {
        return from.plus(left);
      }
      left = left.minus(open);
      day = day.plusDays(1);
    }
  }

  /**
   * The working time that passes from one moment to a later one, so that {@link #plus} leads from
   * the one to the other, or to the last working moment before it; none when it is not later.
   */
  public static Duration between(Instant start, Instant end, Hours hours) {
    Duration worked = Duration.ZERO;
    LocalDate last = London.dayOf(end);
    for (LocalDate day = London.dayOf(start); !day.isAfter(last); day = day.plusDays(1)) {
      worked =
          worked.plus(
              worked(day, later(start, opening(day, hours)), earlier(end, closing(day, hours))));
    }
    long days = worked.dividedBy(hours.day());
    return worked.minus(hours.day().multipliedBy(days)).plusDays(days);
  }

  /** Whether people are at work then. */
  public static boolean isWorking(Instant moment, Hours hours) {
    LocalDate day = London.dayOf(moment);
    return isWorkingDay(day)
        && !moment.isBefore(opening(day, hours))
        && moment.isBefore(closing(day, hours));
  }

  /** Whether the day is neither of a weekend nor a bank holiday of England and Wales. */
  public static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
        && !BY_YEAR.computeIfAbsent(day.getYear(), WorkingTime::bankHolidays).contains(day);
  }

  /**
   * The day so many working days after another, or before it where the number is negative. Zero is
   * the day itself, also on a weekend.
   */
  public static LocalDate workingDaysFrom(LocalDate start, int workingDays) {
    LocalDate day = start;
    for (int left = Math.abs(workingDays); left > 0; ) {
      day = day.plusDays(Integer.signum(workingDays));
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  private static Set<LocalDate> bankHolidays(int year) {
    return BANK_HOLIDAYS.getHolidays(Year.of(year), ENGLAND).stream()
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Duration worked(LocalDate day, Instant from, Instant until) {
    return isWorkingDay(day) && from.isBefore(until)
        ? Duration.between(from, until)
        : Duration.ZERO;
  }

  private static Instant opening(LocalDate day, Hours hours) {
    return London.at(day, hours.from());
  }

  private static Instant closing(LocalDate day, Hours hours) {
    return London.at(day, hours.until());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
