import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"员工管理","description":"企业微信和微伴中的员工。","frontmatter":{"title":"员工管理","description":"企业微信和微伴中的员工。","layout":"category","view":{"title":"员工管理","description":"企业微信和微伴中的员工。","operations":[{"id":"staffGet","title":"获取员工详情","method":"GET","path":"/open-api/staff/get","call":"staff.get"},{"id":"staffList","title":"获取员工列表","method":"GET","path":"/open-api/staff/list","call":"staff.list"},{"id":"staffMessageSend","title":"发送员工通知","method":"POST","path":"/open-api/staff_message/send","call":"staffMessage.send"}]}},"headers":[],"relativePath":"categories/staff.md","filePath":"categories/staff.md"}');
const _sfc_main = { name: "categories/staff.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/staff.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const staff = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  staff as default
};
