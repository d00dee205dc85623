select json_build_object('nodes', (
  select coalesce(json_agg(coalesce((
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$5)
        from (
          select subject$2."id" as "$", values$4."v$0" as "id", values$4."v$1" as "name", values$4."v$2" as "idNumber") record$5) when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$6)
        from (
          select subject$2."id" as "$", values$4."v$0" as "id", values$4."v$1" as "name") record$6) end
      from (
        select subject$2."id"::text as "v$0", subject$2."name" as "v$1", coalesce($1::text || 's' || encode(subject$2."id_number_sealed", 'hex') || coalesce('.' || encode((
          select key$.key_sealed
          from person_key key$
          where key$.owner_id = subject$2.id), 'hex'), '') || '@', subject$2."id_number_masked") as "v$2" offset 0) values$4)
    from "subject" subject$2
    where subject$2.id = coalesce((
      select alias$3.current_id
      from subject_alias alias$3
      where alias$3.old_id = named$1.value), named$1.value) and subject$2.merged_into is null
    limit 1), (
    select (
      select row_to_json(record$8)
      from (
        select licence$7."subject_id" as "$", licence$7."id"::text as "id") record$8)
    from "licence" licence$7
    where licence$7.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$10)
      from (
        select penalty$9."subject_id" as "$", penalty$9."id"::text as "id") record$10)
    from "penalty" penalty$9
    where penalty$9.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$12)
      from (
        select enforcement_case$11."subject_id" as "$", enforcement_case$11."id"::text as "id") record$12)
    from "enforcement_case" enforcement_case$11
    where enforcement_case$11.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$14)
      from (
        select case_party$13."subject_id" as "$", case_party$13."id"::text as "id") record$14)
    from "case_party" case_party$13
    where case_party$13.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$16)
      from (
        select terminated_case$15."subject_id" as "$", terminated_case$15."id"::text as "id") record$16)
    from "terminated_case" terminated_case$15
    where terminated_case$15.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$18)
      from (
        select performance_certificate$17."subject_id" as "$", performance_certificate$17."id"::text as "id") record$18)
    from "performance_certificate" performance_certificate$17
    where performance_certificate$17.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$20)
      from (
        select honest_listing$19."subject_id" as "$", honest_listing$19."id"::text as "id") record$20)
    from "honest_listing" honest_listing$19
    where honest_listing$19.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$22)
      from (
        select listing$21."subject_id" as "$", listing$21."id"::text as "id") record$22)
    from "listing" listing$21
    where listing$21.id = named$1.value and (listing$21."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$21."kind" in ('SERIOUS_DISHONESTY') and (((listing$21.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$21.state in ('REMOVED', 'REVOKED') or (listing$21.state = 'PUBLISHED' and not (listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1), (
    select (
      select row_to_json(record$33)
      from (
        select former_name$23."subject_id" as "$", former_name$23."id"::text as "id") record$33)
    from "former_name" former_name$23
    where former_name$23.id = named$1.value and (((former_name$23.subject_kind <> 'NATURAL_PERSON')) or ((former_name$23.subject_kind = 'NATURAL_PERSON') and ((
      select rule$24.area_code
      from subject rule$24
      where rule$24.id = former_name$23.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$25
      where rule$25.subject_id = former_name$23.subject_id and (rule$25.court_code = any($3::text[]) or (
        select rule$29.area_code
        from subject rule$29
        where rule$29.id = former_name$23.subject_id) is null and rule$25.court_code = any(array(
        select rule$26.code
        from unnest($2::text[]) rule$31(code) join court rule$26 on rule$26.area_code between rule$31.code and rule$31.code || '~')))) or exists (
      select
      from listing rule$27
      where rule$27.subject_id = former_name$23.subject_id and (rule$27.court_code = any($3::text[]) or (
        select rule$30.area_code
        from subject rule$30
        where rule$30.id = former_name$23.subject_id) is null and rule$27.kind <> 'SERIOUS_DISHONESTY' and rule$27.state = 'PUBLISHED' and (rule$27.term_ends_on is null or rule$27.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$27.court_code = any(array(
        select rule$28.code
        from unnest($2::text[]) rule$32(code) join court rule$28 on rule$28.area_code between rule$32.code and rule$32.code || '~')))))))
    limit 1), (
    select (
      select row_to_json(record$35)
      from (
        select responsible_person$34."subject_id" as "$", responsible_person$34."id"::text as "id") record$35)
    from "responsible_person" responsible_person$34
    where responsible_person$34.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$37)
      from (
        select agency$36."id"::text as "id") record$37)
    from "agency" agency$36
    where agency$36.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$39)
      from (
        select area$38."id"::text as "id") record$39)
    from "area" area$38
    where area$38.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$41)
      from (
        select court$40."id"::text as "id") record$41)
    from "court" court$40
    where court$40.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$43)
      from (
        select measure$42."id"::text as "id") record$43)
    from "measure" measure$42
    where measure$42.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$45)
      from (
        select screening$44."id"::text as "id") record$45)
    from "screening" screening$44
    where screening$44.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$47)
      from (
        select screening_item$46."id"::text as "id") record$47)
    from "screening_item" screening_item$46
    where screening_item$46.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$49)
      from (
        select screening_hit$48."id"::text as "id") record$49)
    from "screening_hit" screening_hit$48
    where screening_hit$48.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$51)
      from (
        select screening_instruction$50."id"::text as "id") record$51)
    from "screening_instruction" screening_instruction$50
    where screening_instruction$50.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$53)
      from (
        select feedback$52."id"::text as "id") record$53)
    from "feedback" feedback$52
    where feedback$52.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$55)
      from (
        select government_debtor_snapshot$54."id"::text as "id") record$55)
    from "government_debtor_snapshot" government_debtor_snapshot$54
    where government_debtor_snapshot$54.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$57)
      from (
        select government_debtor_entry$56."id"::text as "id") record$57)
    from "government_debtor_entry" government_debtor_entry$56
    where government_debtor_entry$56.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$59)
      from (
        select work_day$58."id"::text as "id") record$59)
    from "work_day" work_day$58
    where work_day$58.id = named$1.value
    limit 1)) order by named$1.place), '[]')
  from unnest($4::uuid[]) with ordinality named$1(value, place)))
