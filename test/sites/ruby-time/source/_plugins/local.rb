require "time"

# Times in the zone of the site, which is the local one.
module LocalTimes
  SHOWN = "%F %T %z %Z"

  def self.all
    winter = Time.local(2024, 1, 2, 3, 4, 5)
    summer = Time.mktime(2024, 7, 2)
    {
      "local" => winter, "mktime" => summer, "new" => Time.new(2024, 3, 10, 12), "new with zone" => Time.new(2024, 3, 10, 12, 0, 0, "+02:00"),
      "gap" => Time.local(2024, 3, 10, 2, 30), "twice" => Time.local(2024, 11, 3, 1, 30), "usec" => Time.local(2024, "jul", 2, 1, 2, 3, 500_000),
      "at" => Time.at(1_700_000_000), "at of time" => Time.at(Time.utc(2024, 1, 1)), "at in" => Time.at(0, :in => "UTC"), "early" => Time.at(-3_000_000_000),
      "parse" => Time.parse("2024-05-06 07:08:09"), "parse zone" => Time.parse("2024-05-06 07:08:09 +0300"), "parse utc" => Time.parse("2024-05-06T07:08:09Z"),
      "day" => Time.parse("2024-05-06"), "strptime" => Time.strptime("06/05/2024", "%d/%m/%Y"), "seconds" => Time.strptime("1700000000", "%s"),
      "date" => Date.new(2024, 12, 24).to_time, "datetime" => DateTime.new(2024, 12, 24, 18).to_time, "sum" => winter + 200 * 86_400,
      "difference" => summer - 86_400 * 180, "utc" => winter.getutc, "back" => winter.getutc.localtime, "getlocal" => Time.utc(2024, 7, 1).getlocal,
      "offset" => winter.localtime("+09:00"), "round" => Time.at(1_700_000_000.75).round, "iso" => Time.iso8601("2024-01-01T00:00:00-05:00"),
      "file" => File.mtime(__FILE__), "stat" => File.stat(__FILE__).mtime,
    }
  end

  def shown(name)
    time = LocalTimes.all.fetch(name)
    "#{name}: #{time.strftime(SHOWN)} #{time.to_i} #{time.inspect}"
  end

  def compared(_input)
    winter = Time.local(2024, 1, 2)
    [
      winter.zone, winter.utc?, winter == Time.utc(2024, 1, 2, 6), winter <=> winter + 1, [winter + 1, winter].min == winter, winter.to_date.to_s,
      winter.to_datetime.to_s, winter.hour, (winter + 3600).hour, winter.utc_offset, winter.xmlschema, winter.httpdate, winter.rfc2822, winter.yday,
      { winter => 1 }[Time.local(2024, 1, 2)], Time.now.utc_offset == Time.at(Time.now.to_i).utc_offset, Date.today == Time.now.to_date, winter.to_a.size,
      @context.registers[:site].time.zone, Marshal.load(Marshal.dump(winter)).to_i,
    ].inspect
  end

  def themselves(name) = LocalTimes.all.fetch(name)
end
Liquid::Template.register_filter(LocalTimes)
