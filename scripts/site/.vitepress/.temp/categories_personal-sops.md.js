import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"个人SOP","description":"个人 SOP：一对一跟进客户的标准流程。","frontmatter":{"title":"个人SOP","description":"个人 SOP：一对一跟进客户的标准流程。","layout":"category","view":{"title":"个人SOP","description":"个人 SOP：一对一跟进客户的标准流程。","operations":[{"id":"staffSopList","title":"个人SOP列表","method":"GET","path":"/open-api/staff_sop/list","call":"staffSop.list"},{"id":"staffSopOneExecuteRecord","title":"个人SOP详情-执行记录","method":"GET","path":"/open-api/staff_sop/one/execute_record","call":"staffSop.oneExecuteRecord"},{"id":"staffSopOneRuleList","title":"个人SOP详情-规则列表","method":"GET","path":"/open-api/staff_sop/one/rule/list","call":"staffSop.oneRuleList"}]}},"headers":[],"relativePath":"categories/personal-sops.md","filePath":"categories/personal-sops.md"}');
const _sfc_main = { name: "categories/personal-sops.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/personal-sops.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const personalSops = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  personalSops as default
};
